import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { Region } from "./region";

/** How a bucket's objects are encrypted: with a key of ours, or with S3's own where only that is possible. */
export type BucketEncryption = { readonly kmsKeyArn: pulumi.Input<string> } | "S3";

/** What {@link privateBucket} makes a bucket from. */
export interface PrivateBucket {
  /** Physical name. */
  readonly bucketName: string;
  /** How its objects are encrypted. */
  readonly encryption: BucketEncryption;
  /**
   * Region that holds it.
   *
   * @default - the provider's
   */
  readonly region?: Region;
  /**
   * Whether versions may be locked, which S3 takes at creation alone.
   *
   * @default - they may not
   */
  readonly lockable?: boolean;
  /**
   * Whether it refuses to be deleted.
   *
   * @default - as its parent does
   */
  readonly protect?: boolean;
  /** Its tags. */
  readonly tags: Record<string, pulumi.Input<string>>;
}

/** A bucket that is closed to the public in every way, belongs to its account alone, keeps versions and is encrypted. */
export function privateBucket(name: string, spec: PrivateBucket, parent: pulumi.Resource): aws.s3.Bucket {
  const { bucketName, region, lockable, protect, tags, encryption } = spec;
  const place = region === undefined ? {} : { region };
  const made = new aws.s3.Bucket(
    name,
    {
      ...place,
      bucket: bucketName,
      forceDestroy: false,
      ...(lockable === true ? { objectLockEnabled: true } : {}),
      tags,
    },
    { parent, ...(protect === undefined ? {} : { protect }) },
  );
  const of = { ...place, bucket: made.id };
  const opts = { parent };

  new aws.s3.BucketPublicAccessBlock(
    name,
    {
      ...of,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    opts,
  );
  new aws.s3.BucketOwnershipControls(name, { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } }, opts);
  new aws.s3.BucketVersioning(name, { ...of, versioningConfiguration: { status: "Enabled" } }, opts);
  new aws.s3.BucketServerSideEncryptionConfiguration(
    name,
    { ...of, rules: [encryptionRule(encryption)] },
    opts,
  );
  return made;
}

/** Keys that callers bring along (SSE-C) are refused: what they encrypt, nobody else could ever read. */
function encryptionRule(
  encryption: BucketEncryption,
): aws.types.input.s3.BucketServerSideEncryptionConfigurationRule {
  const blockedEncryptionTypes = ["SSE-C"];
  if (encryption === "S3") {
    return { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, blockedEncryptionTypes };
  }
  return {
    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: encryption.kmsKeyArn },
    bucketKeyEnabled: true,
    blockedEncryptionTypes,
  };
}
