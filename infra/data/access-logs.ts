import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { LogRetentionDays } from "../core/log-retention";
import { physicalName } from "../core/names";
import { onceThere } from "../core/once-there";
import { policyDocument } from "../core/policy-document";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { privateBucket } from "../core/private-bucket";
import { accessLogStatements } from "./bucket-policy";
import { accessLogsName } from "./store-names";

/** Arguments of {@link AccessLogs}. */
export interface AccessLogsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Buckets, by their names in the catalogue, whose access is logged. */
  readonly buckets: readonly string[];
  /** Days that logs are kept. */
  readonly retentionDays: LogRetentionDays;
  /** Whether the bucket refuses to be deleted. */
  readonly protect: boolean;
}

/**
 * The bucket that holds the access logs of all others. It logs no access to itself, which would never end, and nothing
 * backs it up: logs are evidence for a time and no original data.
 */
export class AccessLogs extends pulumi.ComponentResource {
  /** Name of the bucket. */
  public readonly bucket: pulumi.Output<string>;
  /** What the bucket says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: AccessLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:data:AccessLogs", name, {}, opts);
    const { scope } = args;
    const bucketName = physicalName("bucket", scope, accessLogsName);

    const bucket = privateBucket(
      name,
      {
        bucketName,
        // S3 delivers access logs only to buckets whose default encryption is S3's own (SSE-S3).
        encryption: "S3",
        protect: args.protect,
        tags: { Name: bucketName },
      },
      this,
    );
    const sources = args.buckets.map(
      (source) => `arn:${partitionOf(scope.region)}:s3:::${physicalName("bucket", scope, source)}`,
    );
    const policy = new aws.s3.BucketPolicy(
      name,
      { bucket: bucket.id, policy: policyDocument(accessLogStatements(bucket, sources, scope)) },
      { parent: this },
    );
    this.lifecycle(name, bucket, args.retentionDays);

    // Whoever logs into the bucket waits until S3 may write there.
    this.bucket = onceThere(bucket.id, policy);
    // general purpose buckets of the account, code by `aws service-quotas list-service-quotas --service-code s3`
    this.declarations = [{ family: "quotaUse", serviceCode: "s3", quotaCode: "L-DC2B2D3D", count: 1 }];
    this.registerOutputs({ bucket: this.bucket });
  }

  private lifecycle(name: string, bucket: aws.s3.Bucket, days: number): void {
    const everything = { filter: { prefix: "" }, status: "Enabled" };
    new aws.s3.BucketLifecycleConfiguration(
      name,
      {
        bucket: bucket.id,
        rules: [
          { ...everything, id: "forget-old-logs", expiration: { days } },
          {
            ...everything,
            id: "forget-old-versions",
            noncurrentVersionExpiration: { noncurrentDays: 1 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      { parent: this },
    );
  }
}
