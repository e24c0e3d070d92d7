import * as pulumi from "@pulumi/pulumi";

import type { EncryptionKey } from "../core/encryption-key";
import type { Scope } from "../core/scope";
import { tlsAlone } from "../core/tls-alone";
import type { GrantStatement } from "./grants";

/** A bucket, as its policy speaks of it. */
interface PolicySubject {
  /** ARN of the bucket. */
  readonly arn: pulumi.Input<string>;
}

/** Statements of a bucket's policy: TLS alone, and no object under another key than the bucket's. */
export function bucketStatements(subject: PolicySubject, key: EncryptionKey): readonly GrantStatement[] {
  const upload = {
    effect: "Deny",
    principals: "*",
    actions: ["s3:PutObject"],
    resources: [objectsOf(subject.arn)],
  } as const;
  return [
    ...tlsAlone(subject.arn, objectsOf(subject.arn)),
    // An upload that names no encryption gets the bucket's; one that names another is refused.
    {
      ...upload,
      sid: "NoOtherEncryption",
      conditions: {
        StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
        Null: { "s3:x-amz-server-side-encryption": "false" },
      },
    },
    {
      ...upload,
      sid: "NoOtherKey",
      conditions: {
        StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": key.arn },
        Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
      },
    },
  ];
}

/** Statements of the access logs' bucket: S3 writes logs of the buckets named, and nobody comes without TLS. */
export function accessLogStatements(
  subject: PolicySubject,
  sources: readonly pulumi.Input<string>[],
  { accountId }: Scope,
): readonly GrantStatement[] {
  return [
    ...tlsAlone(subject.arn, objectsOf(subject.arn)),
    {
      sid: "S3WritesAccessLogs",
      principals: { Service: ["logging.s3.amazonaws.com"] },
      actions: ["s3:PutObject"],
      resources: [objectsOf(subject.arn)],
      conditions: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnEquals: { "aws:SourceArn": sources },
      },
    },
  ];
}

/** ARN of all objects of a bucket. */
export function objectsOf(bucketArn: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.interpolate`${bucketArn}/*`;
}
