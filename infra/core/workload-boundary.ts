import type * as pulumi from "@pulumi/pulumi";

import { accountEnvironment } from "./account-roles";
import { arn } from "./arn";
import { physicalName } from "./names";
import { partitionOf } from "./region";
import type { Scope } from "./scope";

/** Whose policy it is; its name in AWS is the same whatever the environment that speaks of it. */
type Place = Pick<Scope, "accountId" | "region">;

/** Name of the policy that limits every role of every environment: the stack of the account makes it. */
export function workloadBoundaryName(place: Place): string {
  return physicalName("iam-policy", { ...place, environment: accountEnvironment }, "workload-boundary");
}

/** ARN of that policy, known before it exists, so that an environment reads nothing from the account's stack. */
export function workloadBoundaryArn(place: Place): string {
  const { accountId, region } = place;
  const resource = `policy/${workloadBoundaryName(place)}`;
  return arn({ partition: partitionOf(region), service: "iam", accountId, resource });
}

/** Puts every role under the account's boundary for workloads, whichever component makes it. */
export function underWorkloadBoundary(place: Place): pulumi.ResourceTransformation {
  const permissionsBoundary = workloadBoundaryArn(place);
  return ({ type, props, opts }) =>
    type === "aws:iam/role:Role"
      ? { props: { ...(props as Readonly<Record<string, unknown>>), permissionsBoundary }, opts }
      : undefined;
}
