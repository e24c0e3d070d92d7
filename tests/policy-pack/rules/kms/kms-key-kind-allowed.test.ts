import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const key = (props: object) => ({ key: aws("kms/key:Key", { ...props }) });

fixtures("kms-key-kind-allowed", {
  pass: {
    "a key with all filled in": key({
      ...{ multiRegion: false, keyUsage: "ENCRYPT_DECRYPT", customerMasterKeySpec: "SYMMETRIC_DEFAULT" },
    }),
    "a kind that is allowed": key({ customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" }),
  },
  fail: {
    "several Regions": key({ multiRegion: true }),
    "another kind": key({ customerMasterKeySpec: "RSA_2048" }),
    "another use": key({ keyUsage: "KEY_AGREEMENT" }),
  },
  unknown: { "a kind that is computed": key({ customerMasterKeySpec: UNKNOWN }) },
  unset: { "a key": ["pass", key({})] },
  alias: {
    "a key from outside in several Regions": {
      key: aws("kms/externalKey:ExternalKey", { multiRegion: true }),
    },
    "a key from outside of another kind": {
      key: aws("kms/externalKey:ExternalKey", { keySpec: "RSA_2048" }),
    },
  },
  settings: {
    properties: { specs: ["SYMMETRIC_DEFAULT", "ECC_NIST_P256"], usages: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"] },
  },
});

describe("kms-key-kind-allowed as it comes", () => {
  it("takes keys that encrypt with one secret, written out or not", async () => {
    const written = key({ customerMasterKeySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" });
    assert.equal((await judge("kms-key-kind-allowed", written)).verdict, "pass");
    assert.equal((await judge("kms-key-kind-allowed", key({ keyUsage: "SIGN_VERIFY" }))).verdict, "fail");
  });

  it("takes keys of one Region or of several where it is told to", async () => {
    const settings = { properties: { allowMultiRegion: true } };
    for (const props of [{ multiRegion: true }, { multiRegion: false }, {}])
      assert.equal((await judge("kms-key-kind-allowed", key(props), settings)).verdict, "pass");
  });
});
