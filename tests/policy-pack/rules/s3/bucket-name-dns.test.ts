import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, formerBucket } from "../../support/buckets";

fixtures("bucket-name-dns", {
  pass: {
    "a name of one label": bucket({ bucket: "reports-2026" }),
    "the longest name": bucket({ bucket: "a".repeat(63) }),
    "a prefix that ends in a hyphen": bucket({ bucketPrefix: "reports-" }),
    "a name that the provider has made": { Reports: aws("s3/bucket:Bucket", { bucket: "reports-1a2b3c4" }) },
  },
  fail: {
    "a name with dots": bucket({ bucket: "reports.example.com" }),
    "a name with capitals": bucket({ bucket: "Reports" }),
    "a name that is too long": bucket({ bucket: "a".repeat(64) }),
    "a name that is too short": bucket({ bucket: "ab" }),
    "a prefix with a dot": bucket({ bucketPrefix: "reports." }),
    "a prefix that is too long": bucket({ bucketPrefix: "a".repeat(38) }),
  },
  unknown: { "a name that is computed": bucket({ bucket: UNKNOWN }) },
  unset: {
    "a bucket whose name makes a label": ["pass", { Reports: aws("s3/bucket:Bucket") }],
    "a bucket whose name makes none": ["fail", { "reports.eu": aws("s3/bucket:Bucket") }],
  },
  alias: { "a former bucket": formerBucket({ bucket: "a.b.c" }) },
});
