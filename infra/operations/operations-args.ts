import type * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import type { EncryptionKey } from "../core/encryption-key";
import type { RunbookWord } from "../core/runbook-words";
import type { Scope } from "../core/scope";
import type { ExperimentWord } from "./game-days/experiments";
import type { GameDaySchedule } from "./game-days/schedule";

/** Arguments of an {@link Operations} layer. */
export interface OperationsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Name of the cluster that services run in, which runbooks of services propose. */
  readonly clusterName: string;
  /** Queue of what could not be started, which admits the environment's rules, and the key that encrypts it, by ARN. */
  readonly undelivered: { readonly arn: pulumi.Input<string>; readonly keyArn: pulumi.Input<string> };
  /** Key that encrypts the log and the schedules of game days. */
  readonly key: EncryptionKey;
  /** Alarms by which an experiment stops, by ARN: one to five of them, which AWS takes at most. */
  readonly stopAlarmArns: readonly pulumi.Input<string>[];
  /** Days that the log of experiments is kept. */
  readonly logRetentionDays: number;
  /** Who answers for the environment. */
  readonly owner: string;
  /** How much the business depends on the environment. */
  readonly criticality: Criticality;
  /** Who approves, and what runs by itself. */
  readonly sizes: OperationsSizes;
}

/** How an environment is operated. */
export interface OperationsSizes {
  /** Roles whose holders may approve what destroys or interrupts something, by name; at least one. */
  readonly approvers: readonly string[];
  /** Runbooks that alarms or times start without a person. Only safe ones can be. */
  readonly automatic: readonly RunbookWord[];
  /**
   * Faults that are injected on purpose.
   *
   * @default - none is, and nobody can inject one
   */
  readonly gameDays?: GameDaySizes;
}

/** Faults that are injected on purpose, and when. */
export interface GameDaySizes {
  /** Experiments that take place, by their id; those that are not named are there, and can do nothing. */
  readonly experiments: Readonly<Partial<Record<ExperimentWord, GameDaySchedule>>>;
  /**
   * Name of the environment once more: needed where its criticality is high or critical, since faults there may meet customers.
   *
   * @default - nothing is confirmed
   */
  readonly confirm?: string;
}
