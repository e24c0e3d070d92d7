import { accountRoles } from "../core/account-roles";
import { arn } from "../core/arn";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { accountStays } from "./deploy-policies";

/** Services whose things are an environment's own: its stores, queues, buses, workflows, logs. */
const whole = ["dynamodb", "events", "logs", "rds", "s3", "sqs", "states", "xray"];

/**
 * What else workloads do, by service, of services that hold things of the account or of everybody too: its keys, networks,
 * vaults, quotas, patches. AWS Backup's part is what its own policies (`managed-role.ts`) need for the stores that are built here.
 */
const parts: Readonly<Record<string, readonly string[]>> = {
  acm: ["DescribeCertificate", "RenewCertificate"],
  "acm-pca": [
    ...["DescribeCertificateAuthority", "GetCertificate*", "IssueCertificate"],
    ...["RestoreCertificateAuthority", "UpdateCertificateAuthority"],
  ],
  "application-autoscaling": ["DescribeScalableTargets", "RegisterScalableTarget"],
  "arc-region-switch": ["GetPlan*", "ListPlanExecutions", "StartPlanExecution"],
  "arc-zonal-shift": ["CancelZonalShift", "GetManagedResource", "StartZonalShift"],
  autoscaling: [
    ...["Describe*", "DetachInstances", "TerminateInstanceInAutoScalingGroup"],
    "UpdateAutoScalingGroup",
  ],
  backup: [
    ...["CopyFromBackupVault", "CopyIntoBackupVault", "CreateBackupAccessPoint", "DeleteBackupAccessPoint"],
    ...["Describe*", "List*", "PutRestoreValidationResult", "StartRestoreJob", "TagResource"],
  ],
  ce: ["GetCostAndUsage"],
  cloudtrail: ["LookupEvents"],
  cloudwatch: ["GetMetric*", "PutMetricData"],
  config: ["DescribeComplianceByConfigRule"],
  ebs: ["CompleteSnapshot", "GetSnapshotBlock", "List*", "PutSnapshotBlock", "StartSnapshot"],
  ec2: [
    ...["CopyImage", "CopySnapshot", "CreateImage", "CreateSnapshot", "CreateSnapshots", "CreateTags"],
    ...["CreateVolume", "DeleteSnapshot", "DeleteTags", "DeleteVolume", "DeregisterImage", "Describe*"],
    ...["ModifyImageAttribute", "ModifyInstanceAttribute", "ModifySnapshotAttribute", "ModifySnapshotTier"],
    ...["RestoreSnapshotTier", "RunInstances", "StopInstances", "TerminateInstances"],
  ],
  ec2messages: ["*"],
  ecr: ["BatchCheckLayerAvailability", "BatchGetImage", "GetAuthorizationToken", "GetDownloadUrlForLayer"],
  ecs: [
    ...["Describe*", "ListServices", "ListTaskDefinitions", "ListTasks"],
    ...["StopTask", "UpdateService"],
  ],
  elasticache: ["Connect"],
  elasticloadbalancing: [
    ...["DeregisterTargets", "DescribeListeners", "DescribeRules", "DescribeTargetGroups"],
    ...["DescribeTargetHealth", "ModifyRule", "RegisterTargets"],
  ],
  fis: ["GetExperiment", "GetExperimentTemplate", "StartExperiment"],
  guardduty: ["GetMalwareScan", "StartMalwareScan"],
  // When credentials were made and used, and none of them.
  iam: ["GenerateCredentialReport", "GetCredentialReport"],
  kms: ["CreateGrant", "Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey*", "ListGrants", "ReEncrypt*"],
  "rds-db": ["connect"],
  route53: ["ListResourceRecordSets"],
  rum: ["PutRumEvents"],
  secretsmanager: [
    ...["CreateSecret", "DeleteSecret", "DescribeSecret", "GetSecretValue", "PutSecretValue", "RotateSecret"],
    ...["TagResource", "UpdateSecret*"],
  ],
  servicequotas: ["GetServiceQuota", "RequestServiceQuotaIncrease"],
  ssm: [
    ...["CancelCommand", "CreateOpsItem", "Describe*", "Get*", "List*", "PutComplianceItems"],
    ...["PutConfigurePackageResult", "PutInventory", "PutParameter", "SendCommand"],
    ...["StartAutomationExecution", "UpdateAssociationStatus", "UpdateInstance*"],
  ],
  ssmmessages: ["*"],
  tag: ["GetResources"],
};

/** The most that a role of an environment can do, whatever its policies say. None of it reaches IAM but what runbooks need. */
export function workloadBoundaryStatements(
  scope: Scope,
  environments: readonly string[],
): readonly PolicyStatement[] {
  const partition = partitionOf(scope.region);
  const iam = (resource: string, accountId = scope.accountId): string =>
    arn({ partition, service: "iam", accountId, resource });
  return [
    {
      sid: "WhatWorkloadsDo",
      actions: [
        ...whole.map((service) => `${service}:*`),
        ...Object.entries(parts).flatMap(([service, actions]) =>
          actions.map((action) => `${service}:${action}`),
        ),
      ],
      resources: ["*"],
      wildcards: {
        actions: "a boundary gives no right; each role's own policies name the few actions that it has",
        resources: "as for the actions: a role's own policies name the things",
      },
    },
    {
      sid: "SeeRolesAndKeys",
      actions: [
        ...["iam:GetRole", "iam:ListAccessKeys", "iam:ListAttachedRolePolicies"],
        "iam:SimulatePrincipalPolicy",
      ],
      resources: [iam("role/*"), iam("user/*")],
    },
    {
      sid: "PassRolesOfEnvironments",
      actions: ["iam:PassRole"],
      resources: environments.map((environment) => iam(`role/${environment}-*`)),
    },
    { sid: "SwitchExposedKeys", actions: ["iam:UpdateAccessKey"], resources: [iam("user/*")] },
    {
      sid: "RefuseEverythingToUsers",
      actions: ["iam:AttachUserPolicy"],
      resources: [iam("user/*")],
      conditions: { ArnEquals: { "iam:PolicyARN": iam("policy/AWSDenyAll", "aws") } },
    },
    {
      sid: "EndUseOfEmergencyRole",
      actions: ["iam:PutRolePolicy"],
      resources: [iam(`role/${accountRoles.breakGlass}`)],
    },
    ...accountStays,
  ];
}
