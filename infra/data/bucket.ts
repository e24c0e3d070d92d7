import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { Grant } from "../core/grant";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { privateBucket } from "../core/private-bucket";
import { bucketGrant } from "./bucket-grant";
import { bucketStatements } from "./bucket-policy";
import type { BucketSizes, BucketSpec } from "./data-args";
import type { StoreUse } from "./grants";
import { monitoredThing, savedStoreTags, type StoreArgs } from "./store";

/** Arguments of {@link Bucket}. */
export interface BucketArgs extends StoreArgs<BucketSpec> {
  /** Lifecycle of its objects. */
  readonly size: BucketSizes;
  /** Bucket that gets its access logs. */
  readonly accessLogs: pulumi.Input<string>;
}

/** Days after which an upload in parts that nobody finished is thrown away. */
const unfinishedUploadDays = 7;

/** An S3 bucket. */
export class Bucket extends pulumi.ComponentResource {
  /** What the bucket says about itself. */
  public readonly declarations: readonly Declaration[];
  private readonly bucketName: string;
  private readonly arn: pulumi.Output<string>;

  public constructor(
    name: string,
    private readonly args: BucketArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:data:Bucket", name, {}, opts);
    this.bucketName = physicalName("bucket", args.scope, args.name);

    const bucket = privateBucket(
      name,
      {
        bucketName: this.bucketName,
        encryption: { kmsKeyArn: args.key.arn },
        protect: args.protect,
        tags: savedStoreTags(args.name, this.bucketName, args),
      },
      this,
    );
    new aws.s3.BucketPolicy(
      name,
      { bucket: bucket.id, policy: policyDocument(bucketStatements(bucket, args.key)) },
      { parent: this },
    );
    this.lifecycle(name, bucket);
    this.observe(name, bucket);

    this.arn = bucket.arn;
    this.declarations = this.declare();
    this.registerOutputs({ arn: this.arn });
  }

  /** What a workload needs in order to use it. */
  public grant(use: StoreUse): Grant {
    return bucketGrant(this.args, { arn: this.arn, bucketName: this.bucketName }, use);
  }

  private lifecycle(name: string, bucket: aws.s3.Bucket): void {
    const { infrequentAccessAfterDays, noncurrentVersionDays } = this.args.size;
    const everything = { filter: { prefix: "" }, status: "Enabled" };
    new aws.s3.BucketLifecycleConfiguration(
      name,
      {
        bucket: bucket.id,
        rules: [
          {
            ...everything,
            id: "move-to-infrequent-access",
            transitions: [{ days: infrequentAccessAfterDays, storageClass: "STANDARD_IA" }],
          },
          {
            ...everything,
            id: "forget-old-versions",
            noncurrentVersionExpiration: { noncurrentDays: noncurrentVersionDays },
            expiration: { expiredObjectDeleteMarker: true },
          },
          {
            ...everything,
            id: "abort-unfinished-uploads",
            abortIncompleteMultipartUpload: { daysAfterInitiation: unfinishedUploadDays },
          },
        ],
      },
      { parent: this },
    );
  }

  private observe(name: string, bucket: aws.s3.Bucket): void {
    new aws.s3.BucketLogging(
      name,
      {
        bucket: bucket.id,
        targetBucket: this.args.accessLogs,
        targetPrefix: `${this.args.name}/`,
        targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
      },
      { parent: this },
    );
    new aws.s3.BucketMetric(name, { bucket: bucket.id, name: "EntireBucket" }, { parent: this });
  }

  private declare(): readonly Declaration[] {
    const { name, spec } = this.args;
    return [
      { ...monitoredThing(name, spec), kind: "bucket", dimensions: { BucketName: this.bucketName } },
      { family: "backedUp", kind: "S3", name, arn: this.arn, criticality: spec.criticality },
      // general purpose buckets of the account, code by `aws service-quotas list-service-quotas --service-code s3`
      { family: "quotaUse", serviceCode: "s3", quotaCode: "L-DC2B2D3D", count: 1 },
    ];
  }
}
