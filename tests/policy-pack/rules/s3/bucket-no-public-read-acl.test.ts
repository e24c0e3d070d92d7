import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, formerBucket } from "../../support/buckets";
import { declaredPublicTests } from "../../support/declared-public";

const ALL = "http://acs.amazonaws.com/groups/global/AllUsers";
const acl = (props: object, type = "s3/bucketAcl:BucketAcl") => ({
  acl: aws(type, { bucket: "reports", ...props }),
});
const grant = (permission: string, grantee: object) => ({
  accessControlPolicy: { owner: { id: "o" }, grants: [{ permission, grantee }] },
});

fixtures("bucket-no-public-read-acl", {
  pass: {
    "a private ACL": acl({ acl: "private" }),
    "a grant of reading to one user": acl(grant("READ", { type: "CanonicalUser", id: UNKNOWN })),
    "a grant to every AWS user": acl(
      grant("READ", { type: "Group", uri: "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" }),
    ),
    "a grant of writing": acl(grant("WRITE", { type: "Group", uri: ALL })),
  },
  fail: {
    "an ACL that the world reads": acl({ acl: "public-read" }),
    "an ACL that the world reads and writes": acl({ acl: "public-read-write" }),
    "a grant of reading to the world": acl(grant("READ", { type: "Group", uri: ALL })),
    "a grant of reading the ACL": acl(grant("READ_ACP", { type: "Group", uri: ALL })),
    "a bucket with such an ACL": bucket({ acl: "public-read" }),
    "a bucket with such a grant beside a computed one": bucket({
      grants: [
        { type: "Group", uri: UNKNOWN, permissions: ["READ"] },
        { type: "Group", uri: ALL, permissions: ["FULL_CONTROL"] },
      ],
    }),
  },
  unknown: {
    "an ACL that is computed": acl({ acl: UNKNOWN }),
    "a group that is computed": acl(grant("READ", { type: "Group", uri: UNKNOWN })),
    "permissions that are computed": bucket({ grants: [{ type: "Group", uri: ALL, permissions: UNKNOWN }] }),
    "grants that are computed": bucket({ grants: UNKNOWN }),
  },
  unset: { "a bucket without an ACL": ["pass", bucket()] },
  alias: {
    "a former bucket": formerBucket({ acl: "public-read" }),
    "a former ACL": acl({ acl: "public-read" }, "s3/bucketAclV2:BucketAclV2"),
  },
});

declaredPublicTests("bucket-no-public-read-acl", { inline: { acl: "public-read" } });

declaredPublicTests("bucket-no-public-read-acl", {
  beside: (of) => aws("s3/bucketAcl:BucketAcl", { bucket: of, acl: "public-read" }),
});
