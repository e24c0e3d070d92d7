import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const flags = {
  ...{ blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
};
const block = (props: object) => ({
  block: aws("s3/accountPublicAccessBlock:AccountPublicAccessBlock", { ...props }),
});

fixtures("account-public-access-block", {
  pass: { "a full block": block(flags) },
  fail: {
    "a flag that is off": block({ ...flags, blockPublicAcls: false }),
    "a stack that owns the setting and does not set it": {},
  },
  unknown: { "a flag that is computed": block({ ...flags, blockPublicPolicy: UNKNOWN }) },
  unset: { "a block without flags": ["fail", block({})] },
  alias: { none: "one token" },
  settings: { properties: { owned: true } },
});
