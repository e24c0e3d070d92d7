import { fixtures, UNKNOWN } from "../../support/fixtures";
import { methodSettings } from "../../support/apis";

const settings = (values: object) => ({
  settings: methodSettings(values, { restApi: "api-1", stageName: "live" }),
});

fixtures("api-cache-encrypted", {
  pass: {
    "an encrypted cache": settings({ cachingEnabled: true, cacheDataEncrypted: true }),
    "encryption of what may be cached": settings({ cachingEnabled: UNKNOWN, cacheDataEncrypted: true }),
  },
  fail: { "a cache in the clear": settings({ cachingEnabled: true, cacheDataEncrypted: false }) },
  unknown: {
    "a cache whose encryption is computed": settings({ cachingEnabled: true, cacheDataEncrypted: UNKNOWN }),
    "what may be cached in the clear": settings({ cachingEnabled: UNKNOWN }),
  },
  unset: { "a cache that says nothing": ["fail", settings({ cachingEnabled: true })] },
  alias: { none: "one token" },
  notApplicable: { "settings without a cache": settings({ loggingLevel: "ERROR" }) },
});
