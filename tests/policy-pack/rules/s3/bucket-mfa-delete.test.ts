import { fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, formerBucket, withSide } from "../../support/buckets";

const SIDE = "bucketVersioning:BucketVersioning";
const given = (mfaDelete: unknown) =>
  withSide(SIDE, { versioningConfiguration: { status: "Enabled", mfaDelete } });

fixtures("bucket-mfa-delete", {
  pass: {
    "a bucket that asks for a second factor": given("Enabled"),
    "a property of the bucket": bucket({ versioning: { enabled: true, mfaDelete: true } }),
  },
  fail: { "a bucket that asks for none": given("Disabled"), "a bucket without versioning": bucket() },
  unknown: { "a setting that is computed": given(UNKNOWN) },
  unset: { "a versioning that leaves it to AWS": ["fail", given(null)] },
  alias: { "a former bucket": formerBucket({ versionings: [{ enabled: true }] }) },
});
