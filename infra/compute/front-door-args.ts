import type * as pulumi from "@pulumi/pulumi";

import type { EncryptionKey } from "../core/encryption-key";
import type { Placement } from "../core/placement";
import type { Scope } from "../core/scope";
import type { FrontDoorSizes, WorkloadSpec } from "./compute-args";

/** Arguments of {@link FrontDoor}. */
export interface FrontDoorArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Where the balancer stands: the public tier. */
  readonly placement: Placement;
  /** Key that encrypts the web ACL's log. */
  readonly key: EncryptionKey;
  /** Domain, limits and logs. */
  readonly sizes: FrontDoorSizes;
  /** Workloads that it leads to, by name. */
  readonly destinations: Readonly<Record<string, Destination>>;
  /** Whether the balancer and its logs refuse to be deleted. */
  readonly protect: boolean;
  /** Who is called when the balancer fails. */
  readonly owner: string;
}

/** A workload that the front door leads to. */
export interface Destination {
  /** What the catalogue says of it. */
  readonly spec: WorkloadSpec;
  /** What is registered as a target: addresses of tasks, or instances. */
  readonly targetType: "ip" | "instance";
  /** Paths by which partners reach it. */
  readonly partnerPaths: readonly string[];
  /** Fewest targets that scaling leaves. */
  readonly minimum: number;
}

/** A target group, as the workload that registers with it knows it. */
export interface FrontDoorTarget {
  /** ARN of the target group. */
  readonly arn: pulumi.Output<string>;
  /** What has to be there before a service may register: the group's way to the balancer. */
  readonly ready: readonly pulumi.Resource[];
  /** Value of the metric `ALBRequestCountPerTarget`'s label: the ends of both ARNs, joined by a slash. */
  readonly resourceLabel: pulumi.Output<string>;
}
