import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const defaults = (props: object) => ({
  defaults: aws("ec2/instanceMetadataDefaults:InstanceMetadataDefaults", { ...props }),
});

fixtures("metadata-defaults-imdsv2", {
  pass: { "defaults that require tokens": defaults({ httpTokens: "required" }) },
  fail: {
    "defaults that do not": defaults({ httpTokens: "optional" }),
    "a stack that owns the defaults and does not set them": {},
  },
  unknown: { "defaults that are computed": defaults({ httpTokens: UNKNOWN }) },
  unset: { "defaults that say nothing of tokens": ["fail", defaults({ httpPutResponseHopLimit: 1 })] },
  alias: { none: "one token" },
  settings: { properties: { owned: true } },
});
