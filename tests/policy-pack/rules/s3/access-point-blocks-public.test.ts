import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const flags = {
  ...{ blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
};
const point = (block?: object) => ({
  point: aws("s3/accessPoint:AccessPoint", { publicAccessBlockConfiguration: block }),
});

fixtures("access-point-blocks-public", {
  pass: {
    "a point with a full block": point(flags),
    "a block that leaves a flag to AWS": point({ blockPublicAcls: true }),
  },
  fail: {
    "a flag that is off": point({ ...flags, restrictPublicBuckets: false }),
    "a flag that is off beside others left to AWS": point({ ignorePublicAcls: false }),
  },
  unknown: {
    "a flag that is computed": point({ ...flags, blockPublicPolicy: UNKNOWN }),
    "a block that is computed": {
      point: aws("s3/accessPoint:AccessPoint", { publicAccessBlockConfiguration: UNKNOWN }),
    },
  },
  unset: { "a point that leaves it to AWS": ["pass", { point: aws("s3/accessPoint:AccessPoint") }] },
  alias: { none: "one token" },
});
