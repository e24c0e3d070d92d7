import * as pulumi from "@pulumi/pulumi";

import { arn, roleArn, servicePrincipal } from "../core/arn";
import { found } from "../core/found";
import { physicalName } from "../core/names";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { serviceRole } from "../core/service-role";
import { serviceTrustIfTold } from "../core/service-trust";
import { withoutResource } from "./actions-without-resource";
import type { Switched } from "./region-switch-steps";
import type { Running } from "./running";

type Statement = PolicyStatement<pulumi.Input<string>>;

/** What the role of a switch is made of. */
export interface RegionSwitchRoleArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What grows. */
  readonly switched: Switched;
  /** What runs in each of the two Regions. */
  readonly running: readonly Running<pulumi.Input<string>>[];
  /** Hosted zone of the domain that is moved; nothing where none is. */
  readonly hostedZoneId: string | undefined;
}

/** The role in which a plan makes services and fleets grow, and in which its settings are judged all the time. */
export class RegionSwitchRole extends pulumi.ComponentResource {
  /** ARN of the role, once it has its rights. */
  public readonly arn: pulumi.Output<string>;

  public constructor(name: string, args: RegionSwitchRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:RegionSwitchRole", name, {}, opts);
    const { scope } = args;
    const roleName = physicalName("iam-role", scope, `${name}-${scope.region}`);
    this.arn = serviceRole(
      name,
      {
        roleName,
        description: "Lets a Region switch make grow what the Region that takes over needs",
        trust: serviceTrustIfTold(
          "PlansOfThisAccount",
          servicePrincipal("arc-region-switch", scope.region),
          scope.accountId,
          plansOf(scope),
        ),
        rights: switchStatements(args, roleName),
        rightsName: "rights",
      },
      this,
    );
    this.registerOutputs({ arn: this.arn });
  }
}

/** Every plan of the account: a plan's own ARN ends in what AWS makes up. */
function plansOf({ region, accountId }: Scope): string {
  return arn({ partition: partitionOf(region), service: "arc-region-switch", accountId, resource: "plan/*" });
}

/** Source: https://docs.aws.amazon.com/r53recovery/latest/dg/security_iam_region_switch_execution_blocks.md, 2026-11 */
function switchStatements(args: RegionSwitchRoleArgs, roleName: string): readonly Statement[] {
  const { scope } = args;
  return [
    ...growStatements(args),
    ...recordStatements(args),
    {
      sid: "JudgeOwnRights",
      actions: ["iam:SimulatePrincipalPolicy"],
      resources: [roleArn(scope, roleName)],
    },
    {
      sid: "SeePlans",
      actions: [
        "arc-region-switch:GetPlan",
        "arc-region-switch:GetPlanExecution",
        "arc-region-switch:ListPlanExecutions",
      ],
      resources: [plansOf(scope)],
    },
  ];
}

function growStatements({ scope, switched, running }: RegionSwitchRoleArgs): readonly Statement[] {
  const { services, fleets } = switched;
  const fleet: Statement = {
    sid: "GrowFleets",
    actions: ["autoscaling:UpdateAutoScalingGroup"],
    resources: running.flatMap(({ groupArns }) => fleets.map((name) => found(groupArns, name))),
  };
  return [
    {
      sid: "GrowServices",
      actions: ["ecs:DescribeServices", "ecs:UpdateService"],
      resources: running.flatMap(({ serviceArns }) => services.map((name) => found(serviceArns, name))),
    },
    {
      sid: "SeeClusters",
      actions: ["ecs:DescribeClusters"],
      resources: running.map(({ clusterArn }) => clusterArn),
    },
    {
      sid: "RaiseLowestCounts",
      actions: ["application-autoscaling:RegisterScalableTarget"],
      // Targets have ids that AWS gives; the other Region is known once its stack is.
      resources: [
        `arn:${partitionOf(scope.region)}:application-autoscaling:*:${scope.accountId}:scalable-target/*`,
      ],
      conditions: { StringEquals: { "application-autoscaling:service-namespace": "ecs" } },
    },
    ...(fleets.length === 0 ? [] : [fleet]),
    {
      sid: "SeeWhatRuns",
      actions: [
        "application-autoscaling:DescribeScalableTargets",
        "autoscaling:DescribeAutoScalingGroups",
        "cloudwatch:GetMetricStatistics",
        "ecs:ListServices",
      ],
      resources: ["*"],
      wildcards: { resources: withoutResource },
    },
  ];
}

function recordStatements({ scope, hostedZoneId }: RegionSwitchRoleArgs): readonly Statement[] {
  if (hostedZoneId === undefined) return [];
  const zone = { partition: partitionOf(scope.region), service: "route53" };
  return [
    {
      sid: "SeeRecords",
      actions: ["route53:ListResourceRecordSets"],
      resources: [arn({ ...zone, resource: `hostedzone/${hostedZoneId}` })],
    },
  ];
}
