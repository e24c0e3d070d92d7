import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";

const bucket = aws("s3/bucket:Bucket", { tags: { Backup: "daily" } });
const selection = (props: object) => aws("backup/selection:Selection", { planId: "p", ...props });
const tag = (key: string, value: unknown) => ({
  selectionTags: [{ type: "STRINGEQUALS", key, value }],
});

fixtures("bucket-backup", {
  pass: {
    "a bucket that is named": { bucket, selection: selection({ resources: [ref("bucket")] }) },
    "a bucket that is named by its ARN": {
      bucket: aws("s3/bucket:Bucket", { bucket: "orders" }),
      selection: selection({ resources: ["arn:aws:s3:::orders"] }),
    },
    "a bucket with the tag": { bucket, selection: selection(tag("Backup", "daily")) },
    "all buckets": { bucket, selection: selection({ resources: ["arn:aws:s3:::*"] }) },
    "all resources": { bucket, selection: selection({ resources: ["*"] }) },
  },
  fail: {
    "a bucket that no plan covers": { bucket },
    "a bucket with another value of the tag": { bucket, selection: selection(tag("Backup", "weekly")) },
    "all resources of another kind": {
      bucket,
      selection: selection({ resources: ["arn:aws:rds:*:*:db:*"] }),
    },
    "a bucket that is left out by name": {
      bucket,
      selection: selection({ resources: ["*"], notResources: [ref("bucket")] }),
    },
  },
  unknown: {
    "a plan whose resources are computed": { bucket, selection: selection({ resources: UNKNOWN }) },
    "a tag that is computed": { bucket, selection: selection(tag("Backup", UNKNOWN)) },
  },
  unset: {
    "a bucket without tags": [
      "fail",
      { bucket: aws("s3/bucket:Bucket"), selection: selection(tag("Backup", "daily")) },
    ],
  },
  alias: { "a former bucket": { bucket: aws("s3/bucketV2:BucketV2") } },
  settings: { properties: { owned: true } },
});

describe("bucket-backup, where another stack owns the plans", () => {
  it("does not apply to a bucket that no plan of this stack covers", async () => {
    assert.equal((await judge("bucket-backup", { bucket })).verdict, "notApplicable");
  });
});
