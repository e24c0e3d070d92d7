import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, formerBucket } from "../../support/buckets";

const GROUP = "http://acs.amazonaws.com/groups/";
const acl = (props: object) => ({ acl: aws("s3/bucketAcl:BucketAcl", { bucket: "reports", ...props }) });
const given = (uri: string) => ({ grants: [{ type: "Group", uri, permissions: ["READ_ACP"] }] });

fixtures("bucket-no-authenticated-users", {
  pass: {
    "an ACL for log delivery": acl({ acl: "log-delivery-write" }),
    "a grant to log delivery": bucket(given(`${GROUP}s3/LogDelivery`)),
    "a grant to the world, which another control refuses": bucket(given(`${GROUP}global/AllUsers`)),
  },
  fail: {
    "an ACL for every AWS user": acl({ acl: "authenticated-read" }),
    "a grant to every AWS user": bucket(given(`${GROUP}global/AuthenticatedUsers`)),
  },
  unknown: { "a group that is computed": bucket(given(UNKNOWN)) },
  unset: { "a bucket without an ACL": ["pass", bucket()] },
  alias: { "a former bucket": formerBucket({ acl: "authenticated-read" }) },
});
