import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { besideOpen, besideOther, bucket, byName, formerBucket, withSide } from "../../support/buckets";
import { declaredPublicTests } from "../../support/declared-public";

const BLOCK = "bucketPublicAccessBlock:BucketPublicAccessBlock";
const flags = {
  ...{ blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
};

fixtures("bucket-public-access-block", {
  pass: {
    "a bucket with a full block": withSide(BLOCK, flags),
    "a bucket whose block names it": byName(BLOCK, flags),
    "flags that are text": withSide(BLOCK, { ...flags, blockPublicAcls: "true" }),
  },
  fail: {
    "a bucket without a block": bucket(),
    "a block with one flag off": withSide(BLOCK, { ...flags, ignorePublicAcls: false }),
    "a bucket beside the block of another": besideOther(BLOCK, flags),
  },
  unknown: {
    "a flag that is computed": withSide(BLOCK, { ...flags, restrictPublicBuckets: UNKNOWN }),
    "a block that cannot be joined": besideOpen(BLOCK, flags),
  },
  unset: {
    "a block that leaves a flag to AWS": ["fail", withSide(BLOCK, { ...flags, blockPublicPolicy: null })],
  },
  alias: { "a former bucket without a block": formerBucket() },
  otherTypes: { "a directory bucket": { bucket: aws("s3/directoryBucket:DirectoryBucket") } },
});

declaredPublicTests("bucket-public-access-block", {});

declaredPublicTests("bucket-public-access-block", {
  beside: (of) => aws(`s3/${BLOCK}`, { bucket: of, ...flags, blockPublicPolicy: false }),
});
