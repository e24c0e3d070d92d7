import type * as pulumi from "@pulumi/pulumi";

import type { RunbookWord } from "../core/runbook-words";
import type { Scope } from "../core/scope";

/** Arguments of an {@link Operations} layer. */
export interface OperationsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Name of the cluster that services run in, which runbooks of services propose. */
  readonly clusterName: string;
  /** Queue of what could not be started, by ARN; it admits the environment's rules. */
  readonly undeliveredArn: pulumi.Input<string>;
  /** Who approves, and what runs by itself. */
  readonly sizes: OperationsSizes;
}

/** How an environment is operated. */
export interface OperationsSizes {
  /** Roles whose holders may approve what destroys or interrupts something, by name; at least one. */
  readonly approvers: readonly string[];
  /** Runbooks that alarms or times start without a person. Only safe ones can be. */
  readonly automatic: readonly RunbookWord[];
}
