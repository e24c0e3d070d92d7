import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const trail = aws("cloudtrail/trail:Trail", { s3BucketName: ref("bucket") });
const bucket = aws("s3/bucket:Bucket");
const given = (mfaDelete: unknown) => ({
  ...{ trail, bucket },
  versioning: aws("s3/bucketVersioning:BucketVersioning", {
    bucket: ref("bucket"),
    versioningConfiguration: { status: "Enabled", mfaDelete },
  }),
});

fixtures("trail-bucket-mfa-delete", {
  pass: { "a bucket that asks for a second factor": given("Enabled") },
  fail: {
    "a bucket that asks for none": given("Disabled"),
    "a bucket without versioning": { trail, bucket },
  },
  unknown: { "a setting that is computed": given(UNKNOWN) },
  unset: { "a versioning that leaves it to AWS": ["fail", given(null)] },
  alias: {
    "a former bucket": { trail, bucket: aws("s3/bucketV2:BucketV2", { versionings: [{ enabled: true }] }) },
  },
  notApplicable: {
    "a bucket of another stack": { trail: aws("cloudtrail/trail:Trail", { s3BucketName: "elsewhere" }) },
  },
  otherTypes: { "a bucket without a trail": { bucket } },
});
