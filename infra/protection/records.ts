import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { serviceTrust } from "../core/service-trust";
import { privateBucket } from "../core/private-bucket";
import type { DetectionArgs } from "./detection-args";
import {
  configRights,
  recordBucketName,
  recordBucketStatements,
  type RecordKind,
  recordKeyStatements,
  trailName,
} from "./record-policies";
import { managedConfigPolicy, roleArnOf } from "./record-roles";
import { TrailLog } from "./trail-log";

/** The record of what is done in the account, and where Config's is kept. */
export class Records extends pulumi.ComponentResource {
  /** Id of the key that encrypts both. */
  public readonly keyId: pulumi.Output<string>;
  /** ARN of that key. */
  public readonly keyArn: pulumi.Output<string>;
  /** Role that Config records by. */
  public readonly configRoleArn: pulumi.Output<string>;
  /** What has to be there before Config delivers. */
  public readonly ready: readonly pulumi.Resource[];

  public constructor(name: string, args: DetectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:protection:Records", name, {}, opts);
    const key = this.key(name, args);
    const role = this.configRole(`${name}-config`, args, key);
    const trailBucket = this.bucket(`${name}-trail`, "trail", args, key);
    const configBucket = this.bucket(`${name}-configuration`, "configuration", args, key);
    this.lock(`${name}-trail`, args, trailBucket.bucket);
    this.trail(name, args, key, trailBucket);

    this.keyId = key.keyId;
    this.keyArn = key.arn;
    this.configRoleArn = role.arn;
    this.ready = [configBucket.policy];
    this.registerOutputs({ keyArn: this.keyArn });
  }

  private key(name: string, { scope }: DetectionArgs): aws.kms.Key {
    const alias = physicalName("kms-alias", scope, "records");
    const key = new aws.kms.Key(
      name,
      {
        description: "Encrypts the records of what is done in the account",
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: policyDocument(recordKeyStatements(scope, roleArnOf(scope))),
        tags: { Name: alias },
      },
      { parent: this, protect: true },
    );
    new aws.kms.Alias(name, { name: alias, targetKeyId: key.keyId }, { parent: this });
    return key;
  }

  private configRole(name: string, { scope }: DetectionArgs, key: aws.kms.Key): aws.iam.Role {
    const roleName = physicalName("iam-role", scope, "config");
    const role = new aws.iam.Role(
      name,
      {
        name: roleName,
        description: "Lets AWS Config read how things are configured, and keep records of it",
        assumeRolePolicy: policyDocument(
          serviceTrust("ConfigOfThisAccount", "config.amazonaws.com", scope.accountId),
        ),
        tags: { Name: roleName },
      },
      { parent: this },
    );
    new aws.iam.RolePolicyAttachment(
      name,
      { role: role.name, policyArn: managedConfigPolicy(scope) },
      { parent: this },
    );
    const policy = policyDocument(configRights(scope, key.arn));
    new aws.iam.RolePolicy(name, { role: role.name, policy }, { parent: this });
    return role;
  }

  private bucket(
    name: string,
    kind: RecordKind,
    { scope, retentionDays }: DetectionArgs,
    key: aws.kms.Key,
  ): { readonly bucket: aws.s3.Bucket; readonly policy: aws.s3.BucketPolicy } {
    const bucketName = recordBucketName(scope, kind);
    const bucket = privateBucket(
      name,
      {
        bucketName,
        encryption: { kmsKeyArn: key.arn },
        lockable: kind === "trail",
        protect: true,
        tags: { Name: bucketName },
      },
      this,
    );
    this.expire(name, bucket, retentionDays);
    const policy = policyDocument(recordBucketStatements(scope, kind, roleArnOf(scope)));
    return { bucket, policy: new aws.s3.BucketPolicy(name, { bucket: bucket.id, policy }, { parent: this }) };
  }

  private expire(name: string, bucket: aws.s3.Bucket, retentionDays: number): void {
    new aws.s3.BucketLifecycleConfiguration(
      name,
      {
        bucket: bucket.id,
        rules: [
          {
            id: "records",
            status: "Enabled",
            filter: { prefix: "" },
            expiration: { days: retentionDays },
            noncurrentVersionExpiration: { noncurrentDays: 30 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      { parent: this },
    );
  }

  /** In governance mode: who has a special right can still undo a mistake. Config cannot write into a locked bucket. */
  private lock(name: string, { trailLockDays }: DetectionArgs, bucket: aws.s3.Bucket): void {
    new aws.s3.BucketObjectLockConfiguration(
      name,
      { bucket: bucket.id, rule: { defaultRetention: { mode: "GOVERNANCE", days: trailLockDays } } },
      { parent: this },
    );
  }

  private trail(
    name: string,
    { scope }: DetectionArgs,
    key: aws.kms.Key,
    { bucket, policy }: { readonly bucket: aws.s3.Bucket; readonly policy: aws.s3.BucketPolicy },
  ): void {
    const log = new TrailLog(`${name}-log`, { scope, keyArn: key.arn }, { parent: this });
    new aws.cloudtrail.Trail(
      name,
      {
        name: trailName(scope),
        s3BucketName: bucket.id,
        kmsKeyId: key.arn,
        cloudWatchLogsGroupArn: log.groupArn,
        cloudWatchLogsRoleArn: log.roleArn,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
        enableLogging: true,
        insightSelectors: [{ insightType: "ApiCallRateInsight" }, { insightType: "ApiErrorRateInsight" }],
        tags: { Name: trailName(scope) },
      },
      { parent: this, protect: true, dependsOn: [policy, log] },
    );
  }
}
