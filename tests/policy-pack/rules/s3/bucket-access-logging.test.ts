import { aws, fixtures, ref } from "../../support/fixtures";
import { besideOpen, besideOther, bucket, formerBucket, withSide } from "../../support/buckets";

const SIDE = "bucketLogging:BucketLogging";
const elsewhere = { targetBucket: "access-logs", targetPrefix: "reports/" };

fixtures("bucket-access-logging", {
  pass: {
    "a bucket that logs to a bucket elsewhere": withSide(SIDE, elsewhere),
    "a bucket that logs to a log bucket, which need not log itself": {
      ...withSide(SIDE, { targetBucket: ref("logs"), targetPrefix: "" }),
      logs: aws("s3/bucket:Bucket"),
    },
    "a property of the bucket": bucket({ logging: elsewhere }),
    "a log bucket that a property names": {
      bucket: aws("s3/bucket:Bucket", { logging: { targetBucket: ref("logs") } }),
      logs: aws("s3/bucket:Bucket"),
    },
  },
  fail: {
    "a bucket without": bucket(),
    "a bucket beside the logging of another": besideOther(SIDE, elsewhere),
    "a second bucket that nobody logs to": {
      ...withSide(SIDE, { targetBucket: ref("logs"), targetPrefix: "" }),
      logs: aws("s3/bucket:Bucket"),
      other: aws("s3/bucket:Bucket"),
    },
  },
  unknown: { "a logging that cannot be joined": besideOpen(SIDE, elsewhere) },
  unset: { "a bucket whose property is empty": ["fail", bucket({ logging: null })] },
  alias: { "a former bucket": formerBucket({ loggings: [] }) },
  notApplicable: {
    "a log bucket by itself": {
      logs: aws("s3/bucketV2:BucketV2", { bucket: "access-logs" }),
      logging: aws("s3/bucketLogging:BucketLogging", { bucket: "elsewhere", targetBucket: "access-logs" }),
    },
  },
});
