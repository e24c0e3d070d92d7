import { arn, roleArn } from "../core/arn";
import { keyAdministration, thisKey } from "../core/key-administration";
import { physicalName } from "../core/names";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { tlsAlone } from "../core/tls-alone";

/** Name of the bucket that a Region's reports go to. */
export function reportBucket(scope: Scope): string {
  return physicalName("bucket", scope, "backup-reports");
}

/**
 * Role by which AWS Backup writes reports, which is linked to the service.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/using-service-linked-roles-AWSServiceRoleForBackupReports.html, 2026-11
 */
export function reporterArn(scope: Scope): string {
  return roleArn(scope, "aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports");
}

/**
 * Statements of the bucket's policy: AWS Backup adds reports, and nobody comes without TLS 1.2.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-console.html, 2026-11
 */
export function reportBucketStatements(scope: Scope): readonly PolicyStatement[] {
  const resource = reportBucket(scope);
  const bucketArn = arn({ partition: partitionOf(scope.region), service: "s3", resource });
  return [
    {
      sid: "ReportsAreWritten",
      principals: { AWS: [reporterArn(scope)] },
      actions: ["s3:PutObject"],
      resources: [`${bucketArn}/*`],
    },
    ...tlsAlone(bucketArn, `${bucketArn}/*`),
  ];
}

/**
 * Statements of the key's policy: the account's administrators manage it, and AWS Backup encrypts reports with it.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-api.html, 2026-11
 */
export function reportKeyStatements(scope: Scope): readonly PolicyStatement[] {
  return [
    keyAdministration(scope),
    {
      sid: "ReportsAreEncrypted",
      principals: { AWS: [reporterArn(scope)] },
      actions: ["kms:GenerateDataKey", "kms:Encrypt", "kms:Decrypt"],
      resources: ["*"],
      wildcards: { resources: thisKey },
    },
  ];
}
