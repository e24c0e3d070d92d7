import { fixtures, UNKNOWN } from "../../support/fixtures";
import { besideOpen, bucket, formerBucket, formerWithSide, withSide } from "../../support/buckets";

const SIDE = "bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const by = (sseAlgorithm: string) => ({ applyServerSideEncryptionByDefault: { sseAlgorithm } });

fixtures("bucket-default-encryption", {
  pass: {
    "a bucket that names keys of S3": withSide(SIDE, { rules: [by("AES256")] }),
    "a bucket whose algorithm is computed": withSide(SIDE, { rules: [by(UNKNOWN)] }),
    "a property of the bucket": bucket({ serverSideEncryptionConfiguration: { rule: by("AES256") } }),
    "the property of a former bucket": formerBucket({
      serverSideEncryptionConfigurations: [
        { rules: [{ applyServerSideEncryptionByDefaults: [{ sseAlgorithm: "AES256" }] }] },
      ],
    }),
  },
  fail: {
    "a bucket that leaves it to AWS": bucket(),
    "a rule that speaks of the bucket key alone": withSide(SIDE, { rules: [{ bucketKeyEnabled: true }] }),
  },
  unknown: {
    "rules that are computed": withSide(SIDE, { rules: UNKNOWN }),
    "a configuration that cannot be joined": besideOpen(SIDE, { rules: [by("AES256")] }),
  },
  unset: { "a configuration without rules": ["fail", withSide(SIDE, {})] },
  alias: {
    "a former bucket": formerBucket(),
    "a former configuration without an algorithm": formerWithSide(
      "bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
      { rules: [{ bucketKeyEnabled: true }] },
    ),
  },
});
