import { fixtures, UNKNOWN } from "../../support/fixtures";
import { besideOpen, bucket, formerBucket, withSide } from "../../support/buckets";

const SIDE = "bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const rule = { defaultRetention: { mode: "COMPLIANCE", days: 30 } };

fixtures("bucket-object-lock", {
  pass: {
    "a bucket that locks": bucket({ objectLockEnabled: true }),
    "a bucket with a configuration": withSide(SIDE, { rule }),
    "a bucket that says so in its configuration": withSide(SIDE, { objectLockEnabled: "Enabled", rule }),
    "a property of the bucket": bucket({ objectLockConfiguration: { objectLockEnabled: "Enabled" } }),
  },
  fail: { "a bucket that does not lock": bucket({ objectLockEnabled: false }) },
  unknown: {
    "a switch that is computed": bucket({ objectLockEnabled: UNKNOWN }),
    "a configuration that is computed": withSide(SIDE, { objectLockEnabled: UNKNOWN }),
    "a configuration that cannot be joined": besideOpen(SIDE, { rule }),
  },
  unset: { "a bucket that says nothing": ["fail", bucket()] },
  alias: { "a former bucket": formerBucket() },
});
