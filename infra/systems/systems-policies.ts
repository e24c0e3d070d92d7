import { arn, regionalArn, servicePrincipal } from "../core/arn";
import { keyAdministration, thisKey } from "../core/key-administration";
import { physicalName } from "../core/names";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf, type Region } from "../core/region";
import type { Scope } from "../core/scope";
import { serviceTrust } from "../core/service-trust";
import { sessionPlaces, sessionRights } from "../core/sessions";
import { tlsAlone } from "../core/tls-alone";

/**
 * Name of the role by which instances without a role of their own are managed: AWS's own, so that its console knows it.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
 */
export const hostRoleName = "AWSSystemsManagerDefaultEC2InstanceManagementRole";

/** Path of the role by which instances are managed. */
export const hostRolePath = "/service-role/";

/** ARN of AWS's policy for instances without a role of their own. */
export function hostPolicyArn({ region }: Scope): string {
  const resource = "policy/AmazonSSMManagedEC2InstanceDefaultPolicy";
  return arn({ partition: partitionOf(region), service: "iam", accountId: "aws", resource });
}

/** Who takes that role: Systems Manager, for this account alone. */
export function hostTrust({ region, accountId }: Scope): readonly PolicyStatement[] {
  return serviceTrust("SystemsManagerOfThisAccount", servicePrincipal("ssm", region), accountId);
}

/** What such instances need beyond AWS's policy: to record sessions in each Region. */
export function hostRights(scope: Scope, regions: readonly Region[]): readonly PolicyStatement[] {
  return regions.flatMap((region) =>
    sessionRights({ ...scope, region }).map((statement) => ({
      ...statement,
      sid: `${statement.sid}In${region.replaceAll("-", "")}`,
    })),
  );
}

/** Name of the log group of scripts that runbooks run. */
export function scriptLogGroup(scope: Scope): string {
  return physicalName("log-group", scope, "automation");
}

/** Name of the bucket that knows what is installed on every instance. */
export function inventoryBucket(scope: Scope): string {
  return physicalName("bucket", scope, "inventory");
}

/** Statements of a Region's key: the account administers it; logs and Systems Manager encrypt with it. */
export function systemsKeyStatements(scope: Scope): readonly PolicyStatement[] {
  const { region, accountId } = scope;
  const partition = partitionOf(region);
  const logs = [sessionPlaces(scope).logGroup, scriptLogGroup(scope)].map((name) =>
    regionalArn(scope, "logs", `log-group:${name}`),
  );
  return [
    keyAdministration(scope),
    {
      sid: "LogsEncrypt",
      principals: { Service: [servicePrincipal("logs", region)] },
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      resources: ["*"],
      conditions: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logs } },
      wildcards: { resources: thisKey },
    },
    {
      sid: "InventoryIsKept",
      principals: { Service: [servicePrincipal("ssm", region)] },
      actions: ["kms:GenerateDataKey"],
      resources: ["*"],
      conditions: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:${partition}:ssm:*:${accountId}:resource-data-sync/*` },
      },
      wildcards: { resources: thisKey },
    },
  ];
}

function bucketArn({ region }: Scope, bucket: string): string {
  return arn({ partition: partitionOf(region), service: "s3", resource: bucket });
}

/** Statements of the bucket of sessions. */
export function sessionBucketStatements(scope: Scope): readonly PolicyStatement[] {
  const bucket = bucketArn(scope, sessionPlaces(scope).bucket);
  return tlsAlone(bucket, `${bucket}/*`);
}

/** Statements of the bucket of inventory: Systems Manager of each Region writes, nobody without TLS. */
export function inventoryBucketStatements(
  scope: Scope,
  regions: readonly Region[],
): readonly PolicyStatement[] {
  const { region, accountId } = scope;
  const bucket = bucketArn(scope, inventoryBucket(scope));
  const principals = { Service: [servicePrincipal("ssm", region)] };
  const sources = regions.map((from) =>
    regionalArn({ region: from, accountId }, "ssm", "resource-data-sync/*"),
  );
  const conditions = {
    StringEquals: { "aws:SourceAccount": accountId },
    ArnLike: { "aws:SourceArn": sources },
  };
  return [
    { sid: "InventoryFinds", principals, actions: ["s3:GetBucketAcl"], resources: [bucket], conditions },
    {
      sid: "InventoryWrites",
      principals,
      actions: ["s3:PutObject"],
      resources: regions.map((from) => `${bucket}/inventory/*/accountid=${accountId}/region=${from}/*`),
      conditions,
    },
    ...tlsAlone(bucket, `${bucket}/*`),
  ];
}
