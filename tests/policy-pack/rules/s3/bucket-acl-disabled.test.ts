import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, formerBucket } from "../../support/buckets";

const controls = (objectOwnership: string) => ({
  controls: aws("s3/bucketOwnershipControls:BucketOwnershipControls", {
    bucket: "reports",
    rule: { objectOwnership },
  }),
});

fixtures("bucket-acl-disabled", {
  pass: {
    "ownership that is enforced": controls("BucketOwnerEnforced"),
    "a bucket whose default is filled in": bucket({ acl: "private", grants: [] }),
    "a bucket whose owner's own grant was read": bucket({
      grants: [{ type: "CanonicalUser", id: "owner", permissions: ["FULL_CONTROL"] }],
    }),
  },
  fail: {
    "ownership that is preferred": controls("BucketOwnerPreferred"),
    "ownership of the writer": controls("ObjectWriter"),
    "an ACL of its own": { acl: aws("s3/bucketAcl:BucketAcl", { bucket: "reports", acl: "private" }) },
    "a bucket with an ACL": bucket({ acl: "log-delivery-write" }),
    "a bucket with a grant": bucket({ grants: [{ type: "CanonicalUser", id: "u", permissions: ["READ"] }] }),
  },
  unknown: {
    "ownership that is computed": controls(UNKNOWN),
    "a bucket whose ACL is computed": bucket({ acl: UNKNOWN }),
  },
  unset: {
    "a bucket that leaves it to AWS": ["pass", bucket()],
    "controls without a rule": [
      "fail",
      { controls: aws("s3/bucketOwnershipControls:BucketOwnershipControls", { bucket: "reports" }) },
    ],
  },
  alias: {
    "a former bucket": formerBucket({ acl: "public-read" }),
    "a former ACL": { acl: aws("s3/bucketAclV2:BucketAclV2", { bucket: "reports", acl: "private" }) },
  },
});
