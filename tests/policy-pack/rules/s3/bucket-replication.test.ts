import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { besideOpen, bucket, formerBucket, withSide } from "../../support/buckets";

const SIDE = "bucketReplicationConfig:BucketReplicationConfig";
const rule = (status: string, target: unknown = "arn:aws:s3:::elsewhere") => ({
  status,
  destination: { bucket: target },
});

fixtures("bucket-replication", {
  pass: {
    "a bucket with a rule in force beside one that is not": withSide(SIDE, {
      rules: [rule("Disabled"), rule("Enabled")],
    }),
    "a bucket whose property of its own makes another a replica": {
      ...bucket({ replicationConfiguration: { rules: [rule("Enabled", ref("replica"))] } }),
      replica: aws("s3/bucket:Bucket"),
    },
    "a bucket that replicates": withSide(SIDE, { rules: [rule("Enabled")] }),
    "a bucket that replicates to another, which need not": {
      ...withSide(SIDE, { rules: [rule("Enabled", ref("replica"))] }),
      replica: aws("s3/bucket:Bucket"),
    },
    "a property of the bucket": bucket({ replicationConfiguration: { rules: [rule("Enabled")] } }),
  },
  fail: {
    "a bucket that does not": bucket(),
    "a rule that is not in force": withSide(SIDE, { rules: [rule("Disabled")] }),
  },
  unknown: {
    "a status that is computed": withSide(SIDE, { rules: [rule(UNKNOWN)] }),
    "rules that are computed": withSide(SIDE, { rules: UNKNOWN }),
    "a replication that cannot be joined": besideOpen(SIDE, { rules: [rule("Enabled")] }),
  },
  unset: { "a replication without rules": ["fail", withSide(SIDE, { rules: [] })] },
  alias: {
    "a former bucket": formerBucket({ replicationConfigurations: [{ rules: [rule("Disabled")] }] }),
  },
});
