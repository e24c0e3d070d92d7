import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, formerBucket } from "../../support/buckets";

const aborts = { id: "r", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
const given = (...rules: readonly object[]) => ({
  lifecycle: aws("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { bucket: "b", rules }),
});

fixtures("lifecycle-aborts-uploads", {
  pass: {
    "a rule for the whole bucket": given({ id: "e", status: "Enabled", expiration: { days: 9 } }, aborts),
    "an empty filter": given({ ...aborts, filter: {} }),
    "an empty prefix": given({ ...aborts, filter: { prefix: "" } }),
    "a property of the bucket": bucket({
      lifecycleRules: [{ enabled: true, abortIncompleteMultipartUploadDays: 7 }],
    }),
  },
  fail: {
    "a rule for one tag": given({ ...aborts, filter: { tag: { key: "a", value: "b" } } }),
    "a property of the bucket for some tags": bucket({
      lifecycleRules: [{ enabled: true, tags: { a: "b" }, abortIncompleteMultipartUploadDays: 7 }],
    }),
    "rules that leave uploads alone": given({ id: "e", status: "Enabled", expiration: { days: 9 } }),
    "a rule that is not in force": given({ ...aborts, status: "Disabled" }),
    "a rule for some objects": given({ ...aborts, filter: { prefix: "tmp/" } }),
    "a rule for a tag": given({ ...aborts, filter: { and: { prefix: "", tags: { a: "b" } } } }),
    "a property of the bucket for some objects": bucket({
      lifecycleRules: [{ enabled: true, prefix: "tmp/", abortIncompleteMultipartUploadDays: 7 }],
    }),
  },
  unknown: {
    "a status that is computed": given({ ...aborts, status: UNKNOWN }),
    "a filter that is computed": given({ ...aborts, filter: UNKNOWN }),
    "rules that are computed": {
      lifecycle: aws("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { rules: UNKNOWN }),
    },
  },
  unset: { "a rule that leaves it to AWS": ["fail", given({ id: "e", status: "Enabled" })] },
  alias: {
    "a former bucket": formerBucket({ lifecycleRules: [{ enabled: true, expirations: [{ days: 9 }] }] }),
  },
  notApplicable: { "a bucket without a lifecycle": bucket() },
});
