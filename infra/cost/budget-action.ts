import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { deployRoleName } from "../core/account-roles";
import { arn, roleArn, servicePrincipal } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { serviceRole } from "../core/service-role";
import { serviceTrust } from "../core/service-trust";
import type { BudgetActionSizes } from "./budget-action-sizes";

/** Arguments of {@link BudgetAction}. */
export interface BudgetActionArgs {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** Budget that is watched, by its name in AWS. */
  readonly budgetName: pulumi.Input<string>;
  /** What happens, and when. */
  readonly sizes: BudgetActionSizes;
  /** Addresses that are asked, or told. */
  readonly emails: readonly string[];
}

/**
 * What begins to be paid for by the hour. What is there already goes on, and what a deployment takes away still goes: a stop
 * saves what would be added.
 */
const paidByTheHour = [
  ...["autoscaling:CreateAutoScalingGroup", "ec2:AllocateAddress", "ec2:CreateNatGateway"],
  ...["ec2:CreateVolume", "ec2:CreateVpcEndpoint", "ec2:RunInstances", "ecs:CreateService", "ecs:RunTask"],
  ...["elasticache:Create*", "elasticloadbalancing:CreateLoadBalancer", "rds:CreateDBCluster"],
  ...["rds:CreateDBInstance*", "rds:RestoreDB*"],
];

/**
 * Stops deployments from making more, once the account's budget is used up: AWS Budgets attaches a policy that only denies to the
 * roles that deploy, and takes it off again when the month is over or a person says so.
 */
export class BudgetAction extends pulumi.ComponentResource {
  public constructor(name: string, args: BudgetActionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:cost:BudgetAction", name, {}, opts);
    const { scope, sizes } = args;
    const stop = this.stop(name, scope);
    new aws.budgets.BudgetAction(
      name,
      {
        accountId: scope.accountId,
        budgetName: args.budgetName,
        actionType: "APPLY_IAM_POLICY",
        approvalModel: sizes.approval === "automatic" ? "AUTOMATIC" : "MANUAL",
        notificationType: "ACTUAL",
        actionThreshold: { actionThresholdType: "PERCENTAGE", actionThresholdValue: sizes.percent },
        definition: {
          iamActionDefinition: { policyArn: stop.arn, roles: deployRoles(args) },
        },
        executionRoleArn: this.role(name, args, stop.arn),
        subscribers: args.emails.map((address) => ({ address, subscriptionType: "EMAIL" })),
        tags: { Name: name },
      },
      { parent: this },
    );
    this.registerOutputs({});
  }

  private stop(name: string, scope: Scope): aws.iam.Policy {
    const policyName = physicalName("iam-policy", scope, "spending-stop");
    return new aws.iam.Policy(
      `${name}-stop`,
      {
        name: policyName,
        description: "Denies what begins to be paid for by the hour, once the budget is used up",
        policy: policyDocument([
          { sid: "NothingMore", effect: "Deny", actions: paidByTheHour, resources: ["*"] },
        ]),
        tags: { Name: policyName },
      },
      { parent: this },
    );
  }

  /** The role in which AWS Budgets acts: it attaches and detaches that one policy, on those roles. */
  private role(name: string, args: BudgetActionArgs, stopArn: pulumi.Output<string>): pulumi.Output<string> {
    const { scope } = args;
    const { accountId, region } = scope;
    const partition = partitionOf(region);
    // Budgets tries the role only when the money is spent: the rights belong to it from the beginning.
    return serviceRole(
      name,
      {
        roleName: physicalName("iam-role", scope, "budget-action"),
        description: "Lets AWS Budgets stop deployments from making more once the budget is used up",
        trust: serviceTrust("BudgetsOfThisAccount", servicePrincipal("budgets", region), accountId, {
          ArnLike: arn({ partition, service: "budgets", accountId, resource: "budget/*" }),
        }),
        rights: [
          {
            sid: "StopAndGoOn",
            actions: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
            resources: deployRoles(args).map((each) => roleArn(scope, each)),
            conditions: { ArnEquals: { "iam:PolicyARN": stopArn } },
          },
        ],
      },
      this,
    );
  }
}

function deployRoles({ scope, sizes }: BudgetActionArgs): string[] {
  return sizes.environments.map((environment) => deployRoleName(scope, environment));
}
