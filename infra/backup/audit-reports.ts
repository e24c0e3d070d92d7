import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Scope } from "../core/scope";
import { privateBucket } from "../core/private-bucket";
import { reportBucket, reportBucketStatements, reportKeyStatements } from "./report-policies";

/** Arguments of {@link AuditReports}. */
export interface AuditReportsArgs {
  /** Account, and the Region that reports are about and lie in. */
  readonly scope: Scope;
  /** Audit that reports tell of. */
  readonly framework: aws.backup.Framework;
  /** Role in which AWS writes reports: nothing can name it before it is there. */
  readonly reporter: aws.iam.ServiceLinkedRole;
  /** Days until the key is deleted once somebody asks for that, 7 to 30. */
  readonly keyDeletionWindowDays: number;
  /** How much the business depends on what is audited. */
  readonly criticality: Criticality;
  /** Who is called when the key fails. */
  readonly owner: string;
}

/** Days that reports are kept: a year, in which an audit may ask for them, and a month to ask in. */
const reportDays = 400;

/**
 * What is reported every day, by AWS's template: how each control and each thing fares in the audit, and which jobs ran.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/choosing-report-template.html, 2026-11
 */
const templates = {
  controls: "CONTROL_COMPLIANCE_REPORT",
  things: "RESOURCE_COMPLIANCE_REPORT",
  backups: "BACKUP_JOB_REPORT",
  copies: "COPY_JOB_REPORT",
  restores: "RESTORE_JOB_REPORT",
} as const;

/** Daily reports of a Region's audit and jobs, encrypted in a bucket of that Region. */
export class AuditReports extends pulumi.ComponentResource {
  /** What is watched of it. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: AuditReportsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:AuditReports", name, {}, opts);
    const key = this.key(name, args);
    const admits = this.bucket(name, args, key);
    for (const [word, reportTemplate] of Object.entries(templates)) {
      new aws.backup.ReportPlan(
        `${name}-${word}`,
        {
          region: args.scope.region,
          // AWS takes letters, digits and underscores.
          name: `${name}-${word}`.replaceAll("-", "_"),
          description: `Daily report: ${word}`,
          reportDeliveryChannel: { s3BucketName: admits.bucket, formats: ["CSV", "JSON"] },
          reportSetting: {
            reportTemplate,
            ...(reportTemplate.endsWith("COMPLIANCE_REPORT")
              ? { frameworkArns: [args.framework.arn], numberOfFrameworks: 1 }
              : {}),
          },
          tags: { Name: `${name}-${word}` },
        },
        { parent: this },
      );
    }
    const { criticality, owner } = args;
    this.declarations = [
      { family: "monitored", kind: "key", name, criticality, owner, dimensions: { KeyId: key.keyId } },
    ];
    this.registerOutputs({});
  }

  private key(name: string, { scope, reporter, keyDeletionWindowDays }: AuditReportsArgs): aws.kms.Key {
    const { region } = scope;
    const alias = physicalName("kms-alias", scope, "backup-reports");
    const key = new aws.kms.Key(
      name,
      {
        region,
        description: "Encrypts reports of backups and their audit",
        policy: policyDocument(reportKeyStatements(scope)),
        enableKeyRotation: true,
        deletionWindowInDays: keyDeletionWindowDays,
        tags: { Name: alias },
      },
      { parent: this, protect: true, dependsOn: reporter },
    );
    new aws.kms.Alias(name, { region, name: alias, targetKeyId: key.keyId }, { parent: this });
    return key;
  }

  /** @returns the policy by which reports may be written */
  private bucket(name: string, { scope, reporter }: AuditReportsArgs, key: aws.kms.Key): aws.s3.BucketPolicy {
    const { region } = scope;
    const opts = { parent: this };
    const bucketName = reportBucket(scope);
    const { id: bucket } = privateBucket(
      name,
      {
        region,
        bucketName,
        encryption: { kmsKeyArn: key.arn },
        protect: true,
        tags: { Name: bucketName },
      },
      this,
    );
    const kept = {
      ...{ id: "kept", status: "Enabled", filter: { prefix: "" } },
      expiration: { days: reportDays },
      noncurrentVersionExpiration: { noncurrentDays: 30 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    };
    new aws.s3.BucketLifecycleConfiguration(name, { region, bucket, rules: [kept] }, opts);
    return new aws.s3.BucketPolicy(
      name,
      { region, bucket, policy: policyDocument(reportBucketStatements(scope)) },
      { ...opts, dependsOn: reporter },
    );
  }
}
