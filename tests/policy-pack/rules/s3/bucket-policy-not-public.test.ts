import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, bucketPolicy, formerBucket, policy } from "../../support/buckets";
import { declaredPublicTests } from "../../support/declared-public";

const read = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::reports/*" };
const when = (Condition: object) => bucketPolicy(policy({ ...read, Condition }));

fixtures("bucket-policy-not-public", {
  pass: {
    "a service": bucketPolicy(policy({ ...read, Principal: { Service: "cloudfront.amazonaws.com" } })),
    "an account": bucketPolicy(policy({ ...read, Principal: { AWS: "111122223333" } })),
    "everyone in the organisation": when({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }),
    "everyone in an organisation that is computed": bucketPolicy({
      Statement: [{ ...read, Condition: { StringEquals: { "aws:PrincipalOrgID": UNKNOWN } } }],
    }),
    "everyone behind an endpoint": when({ StringEquals: { "aws:SourceVpce": "vpce-1" } }),
    "a denial for everyone": bucketPolicy(policy({ ...read, Effect: "Deny" })),
  },
  fail: {
    "everyone by a star": bucketPolicy(policy(read)),
    "everyone by a list": bucketPolicy(policy({ ...read, Principal: { AWS: ["111122223333", "*"] } })),
    "one such statement among others": bucketPolicy(
      policy({ ...read, Principal: { AWS: "111122223333" } }, read),
    ),
    "a condition that holds where its key is missing": when({
      StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" },
    }),
    "a condition that spares no one": when({ StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }),
    "a condition on TLS alone": when({ Bool: { "aws:SecureTransport": "true" } }),
    "a property of the bucket": bucket({ policy: policy(read) }),
  },
  unknown: {
    "a policy that is computed": bucketPolicy(UNKNOWN),
    "a policy that is no JSON": bucketPolicy("not json"),
    "a condition whose pattern is computed": bucketPolicy({
      Statement: [{ ...read, Condition: { StringLike: { "aws:PrincipalOrgID": UNKNOWN } } }],
    }),
  },
  unset: { "a policy without statements": ["pass", bucketPolicy(JSON.stringify({ Version: "2012-10-17" }))] },
  alias: { "a former bucket": formerBucket({ policy: policy(read) }) },
  notApplicable: {
    "a bucket without a policy": bucket(),
    "a bucket whose missing policy was read": bucket({ policy: "" }),
  },
});

const EVERYONE = policy({
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::b/*",
});

declaredPublicTests("bucket-policy-not-public", { inline: { policy: EVERYONE } });

declaredPublicTests("bucket-policy-not-public", {
  beside: (of) => aws("s3/bucketPolicy:BucketPolicy", { bucket: of, policy: EVERYONE }),
});
