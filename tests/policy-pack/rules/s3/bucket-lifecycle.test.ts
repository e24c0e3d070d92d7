import { fixtures, UNKNOWN } from "../../support/fixtures";
import { besideOpen, bucket, formerBucket, formerWithSide, withSide } from "../../support/buckets";

const SIDE = "bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const rule = (status: string) => ({ id: "r", status, expiration: { days: 30 } });

fixtures("bucket-lifecycle", {
  pass: {
    "a bucket with a rule in force": withSide(SIDE, { rules: [rule("Disabled"), rule("Enabled")] }),
    "a property of the bucket": bucket({ lifecycleRules: [{ enabled: true }] }),
  },
  fail: {
    "a bucket without": bucket(),
    "a bucket whose rule is not in force": withSide(SIDE, { rules: [rule("Disabled")] }),
    "a property that is not in force": bucket({ lifecycleRules: [{ enabled: false }] }),
  },
  unknown: {
    "a status that is computed": withSide(SIDE, { rules: [rule("Disabled"), rule(UNKNOWN)] }),
    "rules that are computed": withSide(SIDE, { rules: UNKNOWN }),
    "a lifecycle that cannot be joined": besideOpen(SIDE, { rules: [rule("Enabled")] }),
  },
  unset: { "a lifecycle without rules": ["fail", withSide(SIDE, { rules: [] })] },
  alias: {
    "a former bucket": formerBucket(),
    "a former lifecycle": formerWithSide("bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2", {
      rules: [rule("Disabled")],
    }),
  },
});
