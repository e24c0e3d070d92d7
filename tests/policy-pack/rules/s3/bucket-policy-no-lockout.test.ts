import { fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, bucketPolicy, formerBucket, policy } from "../../support/buckets";

const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" };

fixtures("bucket-policy-no-lockout", {
  pass: {
    "a denial of plain HTTP": bucketPolicy(
      policy({ ...deny, Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    ),
    "a denial of deletion": bucketPolicy(
      policy({ ...deny, Action: ["s3:DeleteBucket", "s3:DeleteObject*"] }),
    ),
    "a denial of one way out of two": bucketPolicy(policy({ ...deny, Action: "s3:PutBucketPolicy" })),
    "a denial for one principal": bucketPolicy(policy({ ...deny, Principal: { AWS: "111122223333" } })),
    "an allowance": bucketPolicy(policy({ ...deny, Effect: "Allow" })),
  },
  fail: {
    "a denial of all": bucketPolicy(policy(deny)),
    "a denial of all with an empty condition": bucketPolicy(
      policy({ ...deny, Action: ["*"], Principal: { AWS: "*" }, Condition: {} }),
    ),
    "a denial by patterns": bucketPolicy(policy({ ...deny, Action: ["s3:Put*", "s3:?eleteBucketPolicy"] })),
    "a denial of all but reading": bucketPolicy(
      policy({ ...deny, Action: undefined, NotAction: "s3:GetObject" }),
    ),
  },
  unknown: {
    "a policy that is computed": bucketPolicy(UNKNOWN),
    "a condition that is computed": bucketPolicy({ Statement: [{ ...deny, Condition: UNKNOWN }] }),
  },
  unset: { "a policy without statements": ["pass", bucketPolicy("{}")] },
  alias: { "a former bucket": formerBucket({ policy: policy(deny) }) },
  notApplicable: {
    "a bucket without a policy": bucket(),
    "a bucket whose missing policy was read": bucket({ policy: "" }),
  },
});
