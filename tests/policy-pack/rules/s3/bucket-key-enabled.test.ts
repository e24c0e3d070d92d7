import { fixtures, UNKNOWN } from "../../support/fixtures";
import { bucket, formerBucket, withSide } from "../../support/buckets";

const SIDE = "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const rule = (bucketKeyEnabled: unknown, sseAlgorithm = "aws:kms") => ({
  bucketKeyEnabled,
  applyServerSideEncryptionByDefault: { sseAlgorithm },
});
const given = (...rules: readonly object[]) => withSide(SIDE, { rules });

fixtures("bucket-key-enabled", {
  pass: {
    "a bucket with KMS and a bucket key": given(rule(true)),
    "a property of the bucket": bucket({ serverSideEncryptionConfiguration: { rule: rule(true) } }),
  },
  fail: {
    "a bucket with KMS and no bucket key": given(rule(false)),
    "a property of the bucket without": bucket({ serverSideEncryptionConfiguration: { rule: rule(false) } }),
  },
  unknown: {
    "a bucket key that is computed": given(rule(UNKNOWN)),
    "an algorithm that is computed": given(rule(true, UNKNOWN)),
    "rules that are computed": withSide(SIDE, { rules: UNKNOWN }),
  },
  unset: { "a bucket with KMS that leaves the bucket key to AWS": ["fail", given(rule(null))] },
  alias: {
    "a former bucket": formerBucket({
      serverSideEncryptionConfigurations: [
        { rules: [{ applyServerSideEncryptionByDefaults: [{ sseAlgorithm: "aws:kms" }] }] },
      ],
    }),
  },
  notApplicable: {
    "a bucket without encryption of its own": bucket(),
    "keys of S3": given(rule(false, "AES256")),
    "two layers, which have no bucket keys": given(rule(false, "aws:kms:dsse")),
  },
});
