/**
 * Actions of workloads' roles that AWS gives no resource for: a statement that allows them has to say "any resource".
 * No other statement of the layer does.
 *
 * Source: the tables "Actions" of
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 * for Elastic Load Balancing V2, Application Auto Scaling, EC2 Auto Scaling, ECR, ECS, S3, Session Manager, Message Delivery Service, Systems Manager and CloudWatch, 2026-11
 */
export const actionsWithoutResource: readonly string[] = [
  "application-autoscaling:DescribeScalableTargets",
  "autoscaling:DescribeAutoScalingGroups",
  "cloudwatch:GetMetricStatistics",
  "cloudwatch:PutMetricData",
  "ec2messages:AcknowledgeMessage",
  "ec2messages:DeleteMessage",
  "ec2messages:FailMessage",
  "ec2messages:GetEndpoint",
  "ec2messages:GetMessages",
  "ec2messages:SendReply",
  "ecr:GetAuthorizationToken",
  "ecs:ListServices",
  "elasticloadbalancing:DescribeListeners",
  "elasticloadbalancing:DescribeRules",
  "elasticloadbalancing:DescribeTargetGroups",
  "elasticloadbalancing:DescribeTargetHealth",
  "s3:ListAllMyBuckets",
  "ssm:GetDeployablePatchSnapshotForInstance",
  "ssm:GetManifest",
  "ssm:ListAssociations",
  "ssm:PutConfigurePackageResult",
  "ssm:PutInventory",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];

/** Why a statement with nothing but {@link actionsWithoutResource} says "any resource". */
export const withoutResource = "AWS gives no resource for these actions";
