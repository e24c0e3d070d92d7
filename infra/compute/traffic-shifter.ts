import * as pulumi from "@pulumi/pulumi";

import { entryTags } from "../core/catalogue-entry";
import { physicalName } from "../core/names";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { serviceRole } from "../core/service-role";
import { withoutResource } from "./actions-without-resource";
import { serviceOwnTrust } from "./service-roles";
import type { Workload } from "./workload";

/** Arguments of {@link TrafficShifter}. */
export interface TrafficShifterArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Whose requests are moved. */
  readonly workload: Workload;
  /** Rule whose weights say which group has how many, by ARN. */
  readonly rule: pulumi.Input<string>;
  /** The two groups, by ARN. */
  readonly groups: readonly pulumi.Input<string>[];
}

/**
 * The role by which ECS moves requests from one version of a service to the next: it may set the weights of one rule, and
 * register tasks with two groups. AWS's own policy for this names every balancer of the account.
 */
export class TrafficShifter extends pulumi.ComponentResource {
  /** ARN of the role, once it has its rights. */
  public readonly roleArn: pulumi.Output<string>;

  public constructor(name: string, args: TrafficShifterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:TrafficShifter", name, {}, opts);
    const { scope, workload } = args;
    this.roleArn = serviceRole(
      name,
      {
        roleName: physicalName("iam-role", scope, `workload-${workload.name}-shifter-${scope.region}`),
        description: `Lets ECS move requests to the next version: service ${workload.name}`,
        trust: serviceOwnTrust(scope),
        rights: shiftStatements(args),
        tags: { ...entryTags(workload.name, workload.spec) },
      },
      this,
    );
    this.registerOutputs({ roleArn: this.roleArn });
  }
}

/** Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSInfrastructureRolePolicyForLoadBalancers.html */
function shiftStatements({ rule, groups }: TrafficShifterArgs): PolicyStatement<pulumi.Input<string>>[] {
  return [
    {
      sid: "SeeBalancers",
      actions: [
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
      ],
      resources: ["*"],
      wildcards: { resources: withoutResource },
    },
    { sid: "SetOwnWeights", actions: ["elasticloadbalancing:ModifyRule"], resources: [rule] },
    {
      sid: "RegisterOwnTasks",
      actions: ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"],
      resources: [...groups],
    },
  ];
}
