import { regionalArn, servicePrincipal } from "../core/arn";
import { keyAdministration, thisKey } from "../core/key-administration";
import { physicalName } from "../core/names";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf, type Region } from "../core/region";
import type { Scope } from "../core/scope";
import { tlsAlone } from "../core/tls-alone";

/** What is recorded: what is done, and how things are configured. */
export type RecordKind = "configuration" | "trail";

/** Name of the bucket of a kind of record. */
export function recordBucketName(scope: Scope, kind: RecordKind): string {
  return physicalName("bucket", scope, `records-${kind}`);
}

/** ARN of the bucket of a kind of record. */
function recordBucketArn(scope: Scope, kind: RecordKind): string {
  return `arn:${partitionOf(scope.region)}:s3:::${recordBucketName(scope, kind)}`;
}

/** Name of the trail. */
export function trailName(scope: Scope): string {
  return `${scope.environment}-trail`;
}

function trailArn(scope: Scope): string {
  return regionalArn(scope, "cloudtrail", `trail/${trailName(scope)}`);
}

/** Name of the log group that the trail streams to, where it can be asked and watched within minutes. */
export function trailLogGroup(scope: Scope): string {
  return physicalName("log-group", scope, "trail");
}

/** ARN of that log group. */
function trailLogArn(scope: Scope): string {
  return regionalArn(scope, "logs", `log-group:${trailLogGroup(scope)}`);
}

/** What CloudTrail needs to stream what is done: its own streams in one log group. */
export function trailLogRights(scope: Scope): readonly PolicyStatement[] {
  const { region, accountId } = scope;
  const resources = [`${trailLogArn(scope)}:log-stream:${accountId}_CloudTrail_${region}*`];
  return [{ sid: "StreamTrail", actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources }];
}

/** Statements of the key of records: the account administers it, the trail and Config encrypt with it. */
export function recordKeyStatements(scope: Scope, configRoleArn: string): readonly PolicyStatement[] {
  const wildcards = { resources: thisKey };
  return [
    keyAdministration(scope),
    {
      sid: "TrailEncrypts",
      principals: { Service: [servicePrincipal("cloudtrail", scope.region)] },
      actions: ["kms:GenerateDataKey*", "kms:DescribeKey", "kms:Decrypt"],
      resources: ["*"],
      conditions: { StringEquals: { "aws:SourceArn": trailArn(scope) } },
      wildcards,
    },
    {
      sid: "TrailLogEncrypts",
      principals: { Service: [servicePrincipal("logs", scope.region)] },
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      resources: ["*"],
      conditions: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": trailLogArn(scope) } },
      wildcards,
    },
    {
      sid: "ConfigEncrypts",
      principals: { AWS: ["*"] },
      actions: ["kms:GenerateDataKey*", "kms:Decrypt"],
      resources: ["*"],
      conditions: { ArnEquals: { "aws:PrincipalArn": configRoleArn } },
      wildcards: { principals: "the condition admits one role of this account alone", ...wildcards },
    },
  ];
}

/** Statements of a bucket of records: one service writes, nobody without TLS. */
export function recordBucketStatements(
  scope: Scope,
  kind: RecordKind,
  configRoleArn: string,
): readonly PolicyStatement[] {
  const bucket = recordBucketArn(scope, kind);
  const ofAccount = [`${bucket}/AWSLogs/${scope.accountId}/*`];
  const tls = tlsAlone(bucket, `${bucket}/*`);
  if (kind === "configuration") {
    const principals = { AWS: ["*"] };
    const conditions = { ArnEquals: { "aws:PrincipalArn": configRoleArn } };
    const wildcards = { principals: "the condition admits one role of this account alone" };
    return [
      {
        sid: "ConfigChecks",
        principals,
        actions: ["s3:GetBucketAcl", "s3:ListBucket"],
        resources: [bucket],
        conditions,
        wildcards,
      },
      {
        sid: "ConfigWrites",
        principals,
        actions: ["s3:PutObject"],
        resources: ofAccount,
        conditions,
        wildcards,
      },
      ...tls,
    ];
  }
  const principals = { Service: [servicePrincipal("cloudtrail", scope.region)] };
  const conditions = { StringEquals: { "aws:SourceArn": trailArn(scope) } };
  return [
    { sid: "TrailChecks", principals, actions: ["s3:GetBucketAcl"], resources: [bucket], conditions },
    { sid: "TrailWrites", principals, actions: ["s3:PutObject"], resources: ofAccount, conditions },
    ...tls,
  ];
}

/** What Config's role needs beyond AWS's policy of it: to write its records. */
export function configRights<Text>(scope: Scope, keyArn: Text): readonly PolicyStatement<Text | string>[] {
  const bucket = recordBucketArn(scope, "configuration");
  return [
    { sid: "FindBucket", actions: ["s3:GetBucketAcl", "s3:ListBucket"], resources: [bucket] },
    { sid: "WriteRecords", actions: ["s3:PutObject"], resources: [`${bucket}/AWSLogs/${scope.accountId}/*`] },
    { sid: "EncryptRecords", actions: ["kms:GenerateDataKey", "kms:Decrypt"], resources: [keyArn] },
  ];
}

/**
 * Types that change with every task that starts or stops; recorded daily, since each change of each costs. Fargate gives
 * every task a network interface, and each touches its subnet and network. Source: AWS Config's list of types, 2026-11.
 */
export const churning: readonly string[] = [
  "AWS::EC2::NetworkInterface",
  "AWS::EC2::Subnet",
  "AWS::EC2::VPC",
  "AWS::EC2::Volume",
  "AWS::ECS::TaskDefinition",
];

/** What GuardDuty watches besides its foundation; the unified runtime monitoring excludes the one of EKS alone. */
export const guardDutyPlans: Readonly<Record<string, readonly string[]>> = {
  S3_DATA_EVENTS: [],
  EKS_AUDIT_LOGS: [],
  EBS_MALWARE_PROTECTION: [],
  RDS_LOGIN_EVENTS: [],
  LAMBDA_NETWORK_LOGS: [],
  RUNTIME_MONITORING: ["EC2_AGENT_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EKS_ADDON_MANAGEMENT"],
};

/** ARN of a standard of Security Hub in a Region. */
export function standardArn(region: Region, standard: "cis" | "fsbp"): string {
  const name = {
    cis: "cis-aws-foundations-benchmark/v/5.0.0",
    fsbp: "aws-foundational-security-best-practices/v/1.0.0",
  };
  return `arn:${partitionOf(region)}:securityhub:${region}::standards/${name[standard]}`;
}
