import type * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import type { EncryptionKey } from "../core/encryption-key";
import type { LogRetentionDays } from "../core/log-retention";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { ComputeArgs, ReleaseWay, WorkloadSpec, WorkloadUses } from "./compute-args";
import type { FrontDoorTarget } from "./front-door-args";
import type { LogDestination } from "./service-roles";

/** A service or a fleet, as whatever does not care which of them it is knows it. */
export interface Workload {
  /** Its name in the catalogue. */
  readonly name: string;
  /** What hosts it. */
  readonly kind: "service" | "fleet";
  /** What the catalogue says of it. */
  readonly spec: WorkloadSpec;
  /** What it uses. */
  readonly uses: WorkloadUses;
  /** Fewest tasks or instances. */
  readonly minimum: number;
  /** Most tasks or instances. */
  readonly maximum: number;
  /** How a new version takes the place of the old one. */
  readonly release: ReleaseWay;
}

/** What a service and a fleet are built with alike. */
export interface WorkloadArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What is built. */
  readonly workload: Workload;
  /** Subnets of the app tier, by id. */
  readonly subnetIds: readonly pulumi.Input<string>[];
  /** Security group of its own. */
  readonly securityGroupId: pulumi.Input<string>;
  /** Key that encrypts its log, and its volumes where it has some. */
  readonly key: EncryptionKey;
  /** Days that its log is kept. */
  readonly logRetentionDays: LogRetentionDays;
  /** What it reads from its environment. */
  readonly settings: Readonly<Record<string, pulumi.Input<string>>>;
  /**
   * Target group that it registers with.
   *
   * @default - the front door does not lead to it
   */
  readonly target?: FrontDoorTarget;
}

const unused: WorkloadUses = { grants: [], queues: [] };

/** Everything that runs, services first, in the catalogue's order. */
export function workloadsOf({ catalogue, sizes, uses }: ComputeArgs): readonly Workload[] {
  const workload = (
    kind: Workload["kind"],
    [name, spec]: readonly [string, WorkloadSpec],
    size: { readonly minimum: number; readonly maximum: number } | undefined,
    release: ReleaseWay = "rolling",
  ): Workload => {
    if (size === undefined) throw new Error(`${kind} "${name}": its size is missing`);
    const { minimum, maximum } = size;
    return { name, kind, spec, uses: uses[name] ?? unused, minimum, maximum, release };
  };
  return [
    ...Object.entries(catalogue.services).map((entry) =>
      workload("service", entry, sizes.services[entry[0]], entry[1].release),
    ),
    ...Object.entries(catalogue.fleets).map((entry) => workload("fleet", entry, sizes.fleets[entry[0]])),
  ];
}

/** Paths by which partners reach each workload, by its name. */
export function partnerPathsOf(
  { catalogue }: Pick<ComputeArgs, "catalogue">,
  name: string,
): readonly string[] {
  return Object.values(catalogue.partnerRoutes)
    .filter(({ workload }) => workload === name)
    .flatMap(({ paths }) => paths);
}

/** Log group of a workload: all that its tasks or instances say, and their proxies. */
export function logOf(scope: Scope, workload: string): LogDestination {
  return logDestination(scope, `workload/${workload}`);
}

/** A log group of the layer, by its name behind the environment's. */
export function logDestination(scope: Scope, group: string): LogDestination {
  const name = physicalName("log-group", scope, group);
  return {
    name,
    knownArn: regionalArn(scope, "logs", `log-group:${name}`),
  };
}
