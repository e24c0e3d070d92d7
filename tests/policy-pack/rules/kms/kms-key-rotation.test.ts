import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const key = (props: object) => ({ key: aws("kms/key:Key", { ...props }) });

fixtures("kms-key-rotation", {
  pass: { "a rotated key": key({ enableKeyRotation: true, customerMasterKeySpec: UNKNOWN }) },
  fail: {
    "a key that is not rotated": key({ enableKeyRotation: false }),
    "the same, with the spec filled in": key({
      enableKeyRotation: false,
      customerMasterKeySpec: "SYMMETRIC_DEFAULT",
    }),
  },
  unknown: {
    "a rotation that is computed": key({ enableKeyRotation: UNKNOWN }),
    "a key of a kind that is computed": key({ customerMasterKeySpec: UNKNOWN }),
  },
  unset: { "no rotation": ["fail", key({})] },
  alias: { none: "one token" },
  notApplicable: {
    "an asymmetric key": key({ customerMasterKeySpec: "RSA_2048" }),
    "a key for signing": key({ customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" }),
    "a key in a store": key({ customKeyStoreId: "cks-1" }),
  },
});
