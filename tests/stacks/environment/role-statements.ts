import { text } from "../../simulator/text";
import type { Simulation } from "../../../simulator/mocks";

/** A statement of a role's policies, with its lists made lists. */
export interface RoleStatement {
  /** Role, by its logical name. */
  readonly role: string;
  /** What is allowed. */
  readonly actions: readonly string[];
  /** On what. */
  readonly resources: readonly string[];
  /** When, by operator and key. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

interface Document {
  readonly Statement: readonly {
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Resource?: string | readonly string[];
    readonly Condition?: RoleStatement["conditions"];
  }[];
}

const list = (value: string | readonly string[] = []): readonly string[] =>
  typeof value === "string" ? [value] : value;

/** Every statement that allows something, of every role's own policies. */
export function roleStatements(simulation: Simulation): readonly RoleStatement[] {
  const roles = new Map(simulation.ofType("aws:iam/role:Role").map(({ id, name }) => [id, name]));
  return simulation
    .ofType("aws:iam/rolePolicy:RolePolicy")
    .flatMap(({ inputs }) => allowing(roles.get(text(inputs.role)) ?? "", text(inputs.policy)));
}

/** Every statement that allows something, of policies that others attach to their roles, by the policy's name. */
export function policyStatements(simulation: Simulation): readonly RoleStatement[] {
  return simulation
    .ofType("aws:iam/policy:Policy")
    .flatMap(({ name, inputs }) => allowing(name, text(inputs.policy)));
}

function allowing(role: string, policy: string): readonly RoleStatement[] {
  // A policy is an IAM document; the provider's check has seen that it is JSON.
  const { Statement: statements } = JSON.parse(policy) as Document;
  return statements
    .filter(({ Effect }) => Effect === "Allow")
    .map(({ Action, Resource, Condition = {} }) => ({
      role,
      actions: list(Action),
      resources: list(Resource),
      conditions: Condition,
    }));
}

/**
 * Actions that AWS gives no resource for, or whose resource exists only once they have run.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/, 2026-11
 */
export const actionsOfAnyResource: ReadonlySet<string> = new Set([
  // What runbooks look at or ask for: AWS gives no resource for these
  "application-autoscaling:DescribeScalableTargets",
  "autoscaling:DescribeAutoScalingGroups",
  "autoscaling:DescribeAutoScalingInstances",
  "backup:ListRestoreJobs",
  "ce:GetCostAndUsage",
  "cloudtrail:LookupEvents",
  "iam:GenerateCredentialReport",
  "iam:GetCredentialReport",
  "cloudwatch:GetMetricStatistics",
  "ec2:DescribeInstances",
  "ec2:DescribeSnapshots",
  "ecs:ListServices",
  "ecs:ListTaskDefinitions",
  // Game days look for what they stop: tasks of one cluster, by a condition, and things by their tags
  "ecs:ListTasks",
  "tag:GetResources",
  "servicequotas:GetServiceQuota",
  "servicequotas:RequestServiceQuotaIncrease",
  "ssm:CreateOpsItem",
  "ssm:ListCommandInvocations",
  "ssm:ListCommands",
  // AWS Backup: jobs of restores are no resources
  "backup:DescribeRestoreJob",
  "backup:PutRestoreValidationResult",
  // CloudWatch
  "cloudwatch:PutMetricData",
  // Message Delivery Service and Session Manager, by which Systems Manager's agent talks
  "ec2messages:AcknowledgeMessage",
  "ec2messages:DeleteMessage",
  "ec2messages:FailMessage",
  "ec2messages:GetEndpoint",
  "ec2messages:GetMessages",
  "ec2messages:SendReply",
  "elasticloadbalancing:DescribeListeners",
  "elasticloadbalancing:DescribeRules",
  "elasticloadbalancing:DescribeTargetGroups",
  "elasticloadbalancing:DescribeTargetHealth",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
  // ECR: the token is of the account
  "ecr:GetAuthorizationToken",
  // S3: what a canary's role must have, says AWS, wherever its visits are kept. Source:
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html, 2026-11
  "s3:ListAllMyBuckets",
  // Systems Manager, of the instance that asks
  "ssm:GetDeployablePatchSnapshotForInstance",
  "ssm:GetManifest",
  "ssm:ListAssociations",
  "ssm:PutConfigurePackageResult",
  "ssm:PutInventory",
  // X-Ray
  "xray:GetSamplingRules",
  "xray:GetSamplingTargets",
  "xray:GetSamplingStatisticSummaries",
  "xray:PutTelemetryRecords",
  "xray:PutTraceSegments",
  // CloudWatch Logs, vended deliveries
  "logs:CreateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
  // Step Functions: a task token is no resource
  "states:SendTaskFailure",
  "states:SendTaskHeartbeat",
  "states:SendTaskSuccess",
]);
