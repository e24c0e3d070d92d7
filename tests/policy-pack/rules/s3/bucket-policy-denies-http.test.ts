import { fixtures, UNKNOWN } from "../../support/fixtures";
import {
  besideOpen,
  bucket,
  byName,
  formerBucket,
  formerWithSide,
  policy,
  withSide,
} from "../../support/buckets";

const POLICY = "bucketPolicy:BucketPolicy";
const arn = "arn:aws:s3:::reports";
const deny = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [arn, `${arn}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const given = (...statements: readonly object[]) => withSide(POLICY, { policy: policy(...statements) });

fixtures("bucket-policy-denies-http", {
  pass: {
    "a policy that denies it": given(deny),
    "other words for the same": given({
      ...deny,
      Principal: { AWS: ["*"] },
      Action: ["S3:*"],
      Resource: `${arn}*`,
      Condition: { BoolIfExists: { "aws:securetransport": [false] } },
    }),
    "a bucket that the policy names": byName(POLICY, { policy: policy(deny) }),
    "a property of the bucket": bucket({ policy: policy(deny) }),
    "an object whose resources are computed": withSide(POLICY, {
      policy: { Statement: [{ ...deny, Resource: UNKNOWN }] },
    }),
  },
  fail: {
    "a bucket without a policy": bucket(),
    "a policy without such a statement": given({ ...deny, Effect: "Allow", Action: "s3:GetObject" }),
    "a statement for one principal": given({ ...deny, Principal: { AWS: "111122223333" } }),
    "a statement for reading only": given({ ...deny, Action: "s3:GetObject" }),
    "a statement that leaves the objects out": given({ ...deny, Resource: arn }),
    "a statement that leaves the bucket out": given({ ...deny, Resource: `${arn}/*` }),
    "a statement that denies TLS": given({ ...deny, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    "a second condition that lets some through": given({
      ...deny,
      Condition: { ...deny.Condition, StringEquals: { "aws:PrincipalOrgID": "o-1" } },
    }),
    "a second key that lets some through": given({
      ...deny,
      Condition: { Bool: { ...deny.Condition.Bool, "aws:ViaAWSService": "false" } },
    }),
  },
  unknown: {
    "a policy that is computed": withSide(POLICY, { policy: UNKNOWN }),
    "a policy that cannot be joined": besideOpen(POLICY, { policy: policy(deny) }),
  },
  unset: {
    "a bucket whose policy is empty": ["fail", bucket({ policy: null })],
    "a bucket whose missing policy was read": ["fail", bucket({ policy: "" })],
  },
  alias: {
    "a former bucket without a policy": formerBucket(),
    "a former bucket with another policy": formerWithSide(POLICY, {
      policy: policy({ ...deny, Action: "s3:Get*" }),
    }),
  },
});
