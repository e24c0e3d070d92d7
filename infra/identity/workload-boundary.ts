import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { policyDocument } from "../core/policy-document";
import { workloadBoundaryName } from "../core/workload-boundary";
import type { IdentityArgs } from "./identity-args";
import { workloadBoundaryStatements } from "./workload-boundary-statements";

/**
 * The policy under which every role of every environment stands, so that no deployment can make a role that can do more than
 * workloads do. It is here before any environment, and no role of the CI system can change it.
 */
export class WorkloadBoundary extends pulumi.ComponentResource {
  /** ARN of the policy, once it is there. */
  public readonly policyArn: pulumi.Output<string>;

  public constructor(
    name: string,
    { scope, environments }: Pick<IdentityArgs, "environments" | "scope">,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:identity:WorkloadBoundary", name, {}, opts);
    const policyName = workloadBoundaryName(scope);
    const policy = new aws.iam.Policy(
      name,
      {
        name: policyName,
        description: "The most that roles of environments can do, whatever their policies say",
        policy: policyDocument(workloadBoundaryStatements(scope, environments)),
        tags: { Name: policyName },
      },
      { parent: this },
    );
    this.policyArn = policy.arn;
    this.registerOutputs({ policyArn: this.policyArn });
  }
}
