import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const bucket = aws("s3/directoryBucket:DirectoryBucket", { bucket: "fast--use1-az4--x-s3" });
const lifecycle = (target: unknown, type = "bucketLifecycleConfiguration:BucketLifecycleConfiguration") =>
  aws(`s3/${type}`, { bucket: target, rules: [{ id: "r", status: "Enabled" }] });

fixtures("directory-bucket-lifecycle", {
  pass: {
    "a bucket with a lifecycle": { bucket, lifecycle: lifecycle(ref("bucket")) },
    "a bucket with a lifecycle by its former token": {
      bucket,
      lifecycle: lifecycle(
        "fast--use1-az4--x-s3",
        "bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
      ),
    },
  },
  fail: {
    "a bucket without": { bucket },
    "a bucket beside that of another": { bucket, lifecycle: lifecycle("x") },
  },
  unknown: { "a lifecycle that cannot be joined": { bucket, lifecycle: lifecycle(UNKNOWN) } },
  unset: { none: "its being there decides" },
  alias: { none: "one token" },
});
