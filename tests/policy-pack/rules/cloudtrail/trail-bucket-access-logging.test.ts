import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const trail = aws("cloudtrail/trail:Trail", { s3BucketName: ref("bucket") });
const bucket = aws("s3/bucket:Bucket");
const logging = (props: object) =>
  aws("s3/bucketLogging:BucketLogging", { targetBucket: "access-logs", targetPrefix: "", ...props });

fixtures("trail-bucket-access-logging", {
  pass: {
    "a bucket that logs": { trail, bucket, logging: logging({ bucket: ref("bucket") }) },
    "two trails with one bucket that logs": {
      ...{ trail, other: trail, bucket },
      logging: logging({ bucket: ref("bucket") }),
    },
  },
  fail: {
    "a bucket that does not": { trail, bucket },
    "a bucket beside the logging of another": { trail, bucket, logging: logging({ bucket: "other" }) },
  },
  unknown: {
    "a logging that cannot be joined": { trail, bucket, logging: logging({ bucket: UNKNOWN }) },
    "a trail whose bucket is computed": {
      trail: aws("cloudtrail/trail:Trail", { s3BucketName: UNKNOWN }),
    },
  },
  unset: {
    "a bucket whose property is empty": [
      "fail",
      { trail, bucket: aws("s3/bucket:Bucket", { logging: null }) },
    ],
  },
  alias: { "a former bucket": { trail, bucket: aws("s3/bucketV2:BucketV2") } },
  notApplicable: {
    "a bucket that holds the access logs, too": {
      ...{ trail, bucket },
      logging: logging({ bucket: "other", targetBucket: ref("bucket") }),
    },
    "a bucket of another stack": { trail: aws("cloudtrail/trail:Trail", { s3BucketName: "elsewhere" }) },
  },
  otherTypes: { "a bucket without a trail": { bucket } },
});
