import { fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, bucketPolicy, formerBucket, policy } from "../../support/buckets";

const OTHER = "arn:aws:iam::999988887777:root";
const put = { Effect: "Allow", Principal: { AWS: OTHER }, Action: "s3:PutBucketPolicy", Resource: "*" };

fixtures("bucket-policy-other-accounts", {
  pass: {
    "an own account": bucketPolicy(
      policy({ ...put, Principal: { AWS: "arn:aws:iam::111122223333:role/r" } }),
    ),
    "an own account by its number": bucketPolicy(policy({ ...put, Principal: { AWS: "111122223333" } })),
    "another account that reads": bucketPolicy(policy({ ...put, Action: ["s3:Get*", "s3:ListBucket"] })),
    "a service": bucketPolicy(policy({ ...put, Principal: { Service: "logging.s3.amazonaws.com" } })),
    "a denial": bucketPolicy(policy({ ...put, Effect: "Deny" })),
  },
  fail: {
    "another account that may do s3:DeleteBucketPolicy": bucketPolicy(
      policy({ ...put, Action: "s3:DeleteBucketPolicy" }),
    ),
    "another account that may do s3:PutBucketAcl": bucketPolicy(
      policy({ ...put, Action: "s3:PutBucketAcl" }),
    ),
    "another account that may do s3:PutEncryptionConfiguration": bucketPolicy(
      policy({ ...put, Action: "s3:PutEncryptionConfiguration" }),
    ),
    "another account that may do s3:PutObjectAcl": bucketPolicy(
      policy({ ...put, Action: "s3:PutObjectAcl" }),
    ),
    "another account": bucketPolicy(policy(put)),
    "another account by its number, all actions": bucketPolicy(
      policy({ ...put, Principal: { AWS: ["111122223333", "999988887777"] }, Action: "*" }),
    ),
    "another account's session that deletes": bucketPolicy(
      policy({
        ...put,
        Principal: { AWS: "arn:aws-cn:sts::999988887777:assumed-role/r/s" },
        Action: "s3:DeleteBucket",
      }),
    ),
    "the world": bucketPolicy(policy({ ...put, Principal: "*" })),
  },
  unknown: {
    "a policy that is computed": bucketPolicy(UNKNOWN),
    "a principal that is computed": bucketPolicy({ Statement: [{ ...put, Principal: { AWS: UNKNOWN } }] }),
  },
  unset: { "a policy without statements": ["pass", bucketPolicy("{}")] },
  alias: { "a former bucket": formerBucket({ policy: policy(put) }) },
  notApplicable: {
    "a bucket without a policy": bucket(),
    "a bucket whose missing policy was read": bucket({ policy: "" }),
  },
  settings: { properties: { ownAccounts: ["111122223333"] } },
});

describe("without own accounts", () => {
  fixtures("bucket-policy-other-accounts", {
    pass: { "another account": bucketPolicy(policy(put)) },
    fail: { "the world": bucketPolicy(policy({ ...put, Principal: "*" })) },
    unknown: { "a policy that is computed": bucketPolicy(UNKNOWN) },
    unset: { none: "as above" },
    alias: { "a former bucket": formerBucket({ policy: policy({ ...put, Principal: "*" }) }) },
  });
});
