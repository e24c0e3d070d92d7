import type * as pulumi from "@pulumi/pulumi";

import { type Grant, settingName, statementId } from "../core/grant";
import { objectsOf } from "./bucket-policy";
import type { BucketSpec } from "./data-args";
import { describeUse, keyStatement, type StoreUse } from "./grants";
import type { StoreArgs } from "./store";

/** A bucket that was built, as its users know it. */
interface BuiltBucket {
  /** ARN. */
  readonly arn: pulumi.Input<string>;
  /** Name. */
  readonly bucketName: string;
}

/**
 * What using a bucket takes: rights on its objects and their list, and on what its key encrypts. Who writes may replace
 * and delete objects, and never their older versions.
 */
export function bucketGrant(args: StoreArgs<BucketSpec>, built: BuiltBucket, use: StoreUse): Grant {
  const { scope, name, key } = args;
  const writing =
    use.access === "write" ? ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"] : [];
  return {
    to: describeUse("bucket", name, use),
    statements: [
      {
        sid: statementId(use.access, "objects", "of", "bucket", name),
        actions: ["s3:GetObject", ...writing],
        resources: [objectsOf(built.arn)],
      },
      { sid: statementId("list", "bucket", name), actions: ["s3:ListBucket"], resources: [built.arn] },
      keyStatement({ kind: "bucket", name, service: "s3" }, use.access, key, scope),
    ],
    settings: { [settingName("bucket", name, "name")]: built.bucketName },
  };
}
