import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { Region } from "../core/region";
import { privateBucket } from "../core/private-bucket";

/** What a {@link KeptBucket} is made of. */
export interface KeptBucketArgs {
  /** Region that holds it. */
  readonly region: Region;
  /** Physical name. */
  readonly bucketName: string;
  /** ARN of the key that encrypts what is in it. */
  readonly keyArn: pulumi.Input<string>;
  /** Statements of its policy. */
  readonly statements: readonly PolicyStatement[];
  /** Days after which what is in it goes. */
  readonly retentionDays: number;
}

/** A bucket that is closed to the public in every way, encrypted, and keeps what is in it for a while. */
export class KeptBucket extends pulumi.ComponentResource {
  /** What has to be there before anything is written. */
  public readonly ready: pulumi.Resource;

  public constructor(name: string, args: KeptBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:systems:KeptBucket", name, {}, opts);
    const { region, bucketName, keyArn } = args;
    const { id } = privateBucket(
      name,
      {
        region,
        bucketName,
        encryption: { kmsKeyArn: keyArn },
        protect: true,
        tags: { Name: bucketName },
      },
      this,
    );
    this.expire(name, args, id);
    this.ready = new aws.s3.BucketPolicy(
      name,
      { region, bucket: id, policy: policyDocument(args.statements) },
      { parent: this },
    );
    this.registerOutputs({});
  }

  private expire(
    name: string,
    { region, retentionDays }: KeptBucketArgs,
    bucket: pulumi.Input<string>,
  ): void {
    new aws.s3.BucketLifecycleConfiguration(
      name,
      {
        region,
        bucket,
        rules: [
          {
            id: "kept",
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
}
