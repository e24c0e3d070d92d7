import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, bucketPolicy, formerBucket, policy } from "../../support/buckets";

const ALL = "http://acs.amazonaws.com/groups/global/AllUsers";
const put = { Effect: "Allow", Principal: "*", Action: "s3:PutObject", Resource: "arn:aws:s3:::reports/*" };
const acl = (props: object) => ({ acl: aws("s3/bucketAcl:BucketAcl", { bucket: "reports", ...props }) });

fixtures("bucket-no-public-write", {
  pass: {
    "an ACL that the world reads": acl({ acl: "public-read" }),
    "a policy that lets the world read": bucketPolicy(policy({ ...put, Action: "s3:GetObject" })),
    "a policy that lets the organisation write": bucketPolicy(
      policy({ ...put, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
    ),
    "a policy that lets an account write": bucketPolicy(
      policy({ ...put, Principal: { AWS: "arn:aws:iam::111122223333:root" } }),
    ),
    "a policy that denies the world": bucketPolicy(policy({ ...put, Effect: "Deny" })),
  },
  fail: {
    "a grant of the ACL": bucket({ grants: [{ type: "Group", uri: ALL, permissions: ["WRITE_ACP"] }] }),
    "a policy that lets the world delete the bucket": bucketPolicy(
      policy({ ...put, Action: "s3:DeleteBucket", Resource: "arn:aws:s3:::reports" }),
    ),
    "a policy that lets the world delete the policy": bucketPolicy(
      policy({ ...put, Action: "s3:DeleteBucketPolicy", Resource: "arn:aws:s3:::reports" }),
    ),
    "an ACL that the world writes": acl({ acl: "public-read-write" }),
    "a grant of full control": bucket({
      grants: [{ type: "Group", uri: ALL, permissions: ["FULL_CONTROL"] }],
    }),
    "a policy that lets the world write": bucketPolicy(policy(put)),
    "actions by a pattern in other letters": bucketPolicy(policy({ ...put, Action: ["S3:put*"] })),
    "all actions but reading": bucketPolicy(
      policy({ ...put, Action: undefined, NotAction: ["s3:GetObject", "s3:ListBucket"] }),
    ),
    "everyone but one": bucketPolicy(
      policy({ ...put, Principal: undefined, NotPrincipal: { AWS: "111122223333" } }),
    ),
    "an object with resources that are computed": bucketPolicy({
      Statement: [{ ...put, Resource: UNKNOWN }],
    }),
    "a condition on the ACL that is asked for, not on who asks": bucketPolicy(
      policy({ ...put, Condition: { StringEquals: { "s3:x-amz-acl": "private" } } }),
    ),
  },
  unknown: {
    "an ACL that is computed": acl({ acl: UNKNOWN }),
    "a policy that is computed": bucketPolicy(UNKNOWN),
    "a condition that is computed": bucketPolicy({ Statement: [{ ...put, Condition: UNKNOWN }] }),
    "a principal that is computed": bucketPolicy({ Statement: [{ ...put, Principal: { AWS: UNKNOWN } }] }),
  },
  unset: { "a bucket without ACL and policy": ["pass", bucket()] },
  alias: { "a former bucket": formerBucket({ policy: policy(put) }) },
});
