import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import {
  besideOpen,
  besideOther,
  bucket,
  byName,
  formerBucket,
  formerWithSide,
  withSide,
} from "../../support/buckets";

const SIDE = "bucketVersioning:BucketVersioning";
const status = (word: string) => ({ versioningConfiguration: { status: word } });

fixtures("bucket-versioning", {
  pass: {
    "a bucket with versions": withSide(SIDE, status("Enabled")),
    "a bucket that the versioning names": byName(SIDE, status("Enabled")),
    "a property of the bucket": bucket({ versioning: { enabled: true } }),
    "the property of a former bucket": formerBucket({ versionings: [{ enabled: true }] }),
    "a bucket inside a component": {
      store: { type: "platform:storage:Store", props: {} },
      bucket: aws("s3/bucket:Bucket", {}, { parent: "store" }),
      side: aws(`s3/${SIDE}`, { bucket: ref("store"), ...status("Enabled") }),
    },
  },
  fail: {
    "a bucket without": bucket(),
    "a bucket whose versioning is suspended": withSide(SIDE, status("Suspended")),
    "a bucket beside the versioning of another": besideOther(SIDE, status("Enabled")),
    "a property that is off": bucket({ versioning: { enabled: false } }),
  },
  unknown: {
    "a status that is computed": withSide(SIDE, status(UNKNOWN)),
    "a configuration that is computed": withSide(SIDE, { versioningConfiguration: UNKNOWN }),
    "a versioning that cannot be joined": besideOpen(SIDE, status("Enabled")),
  },
  unset: {
    "a versioning without a status": [
      "fail",
      withSide(SIDE, { versioningConfiguration: { mfaDelete: "Disabled" } }),
    ],
  },
  alias: {
    "a former bucket": formerBucket({ versionings: [{ enabled: false }] }),
    "a former versioning": formerWithSide("bucketVersioningV2:BucketVersioningV2", status("Suspended")),
  },
});
