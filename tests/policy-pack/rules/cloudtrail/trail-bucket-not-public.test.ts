import { aws, fixtures, type Program, ref, UNKNOWN } from "../../support/fixtures";
import { policy } from "../../support/buckets";

const trail = aws("cloudtrail/trail:Trail", { s3BucketName: ref("bucket") });
const bucket = aws("s3/bucket:Bucket");
const side = (type: string, props: object) => aws(`s3/${type}`, { bucket: ref("bucket"), ...props });
const put = {
  Effect: "Allow",
  Principal: { Service: "cloudtrail.amazonaws.com" },
  Action: "s3:PutObject",
  Resource: "*",
};
const policyOf = (document: unknown) => side("bucketPolicy:BucketPolicy", { policy: document });
const open = policyOf(policy({ ...put, Principal: "*" }));
const acl = side("bucketAcl:BucketAcl", { acl: "public-read" });
const block = (props: object) => side("bucketPublicAccessBlock:BucketPublicAccessBlock", props);
const given = (rest: Program = {}): Program => ({ trail, bucket, ...rest });

fixtures("trail-bucket-not-public", {
  pass: {
    "a bucket with a policy for CloudTrail": given({ policy: policyOf(policy(put)) }),
    "a public policy that a block makes harmless": given({
      policy: open,
      block: block({ restrictPublicBuckets: true }),
    }),
    "a public ACL that a block makes harmless": given({ acl, block: block({ ignorePublicAcls: true }) }),
    "a policy that is computed behind a block": given({
      policy: policyOf(UNKNOWN),
      block: block({ restrictPublicBuckets: true }),
    }),
    "a trail beside a public bucket for something else": given({
      site: aws("s3/bucket:Bucket", { acl: "public-read" }),
    }),
  },
  fail: {
    "a public policy": given({ policy: open }),
    "a public policy of the bucket itself": {
      trail,
      bucket: aws("s3/bucket:Bucket", { policy: policy({ ...put, Principal: "*" }) }),
    },
    "a public ACL": given({ acl }),
    "an ACL for every AWS user": given({ acl: side("bucketAcl:BucketAcl", { acl: "authenticated-read" }) }),
    "a public policy behind a block of ACLs": given({
      policy: open,
      block: block({ ignorePublicAcls: true }),
    }),
    "a bucket that the trail names": {
      trail: aws("cloudtrail/trail:Trail", { s3BucketName: "trail" }),
      bucket: aws("s3/bucket:Bucket", { bucket: "trail", acl: "public-read" }),
    },
  },
  unknown: {
    "a policy that is computed": given({ policy: policyOf(UNKNOWN) }),
    "a trail whose bucket is computed": {
      trail: aws("cloudtrail/trail:Trail", { s3BucketName: UNKNOWN }),
      bucket,
    },
  },
  unset: { "a bucket that leaves it to AWS": ["pass", given()] },
  alias: {
    "a former bucket with a public ACL": {
      trail,
      bucket: aws("s3/bucketV2:BucketV2", { acl: "public-read" }),
    },
  },
  notApplicable: {
    "a trail whose bucket is another stack's": {
      trail: aws("cloudtrail/trail:Trail", { s3BucketName: "organization-trail" }),
    },
  },
  otherTypes: {
    "a public bucket without a trail": { bucket: aws("s3/bucket:Bucket", { acl: "public-read" }) },
  },
});
