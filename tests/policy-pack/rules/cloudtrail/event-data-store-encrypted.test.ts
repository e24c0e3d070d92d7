import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const store = (props: object) => ({ store: aws("cloudtrail/eventDataStore:EventDataStore", { ...props }) });
const key = { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" };

fixtures("event-data-store-encrypted", {
  pass: {
    "a store with a key": store(key),
    "a store with a key that is computed, and its default filled in": store({
      ...{ kmsKeyId: UNKNOWN, terminationProtectionEnabled: true },
    }),
  },
  fail: { "a store without protection": store({ ...key, terminationProtectionEnabled: false }) },
  unknown: {
    "a store whose protection is computed": store({ ...key, terminationProtectionEnabled: UNKNOWN }),
  },
  unset: { "a store that leaves the key to AWS": ["fail", store({})] },
  alias: { none: "one token" },
});
