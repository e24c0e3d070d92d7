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
  /** Whether ECS moves its requests between two target groups, from release to release. */
  readonly shifts: boolean;
}

/** A target group, as the workload that registers with it knows it. */
export interface FrontDoorTarget {
  /** ARN of the target group. */
  readonly arn: pulumi.Output<string>;
  /** What has to be there before a service may register: the group's way to the balancer. */
  readonly ready: readonly pulumi.Resource[];
  /** Value of the metric `ALBRequestCountPerTarget`'s label: the ends of both ARNs, joined by a slash. */
  readonly resourceLabel: pulumi.Output<string>;
  /**
   * Between what ECS moves its requests from release to release.
   *
   * @default - all of them go to the one group
   */
  readonly shift?: TrafficShift;
}

/** Where requests go to another target group, by whichever release is the newest. */
export interface TrafficShift {
  /** ARN of the other target group. */
  readonly otherArn: pulumi.Output<string>;
  /** Label of the other target group, as {@link FrontDoorTarget.resourceLabel}. */
  readonly otherLabel: pulumi.Output<string>;
  /** ARN of the rule whose weights say which group has how many. */
  readonly ruleArn: pulumi.Output<string>;
}
