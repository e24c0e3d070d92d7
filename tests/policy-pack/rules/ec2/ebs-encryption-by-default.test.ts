import { fixtures, UNKNOWN } from "../../support/fixtures";
import { byDefault } from "../../support/volumes-encrypted";

fixtures("ebs-encryption-by-default", {
  pass: { "a default that is on": { defaults: byDefault({ enabled: true }) } },
  fail: {
    "a default that is off": { defaults: byDefault({ enabled: false }) },
    "a stack that owns the default and does not set it": {},
  },
  unknown: { "a default that is computed": { defaults: byDefault({ enabled: UNKNOWN }) } },
  unset: { "a default that does not say": ["pass", { defaults: byDefault() }] },
  alias: { none: "one token" },
  settings: { properties: { owned: true } },
});
