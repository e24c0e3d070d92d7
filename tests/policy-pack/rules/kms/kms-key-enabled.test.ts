import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const key = (props: object) => ({ key: aws("kms/key:Key", { ...props }) });

fixtures("kms-key-enabled", {
  pass: {
    "an enabled key": key({ isEnabled: true }),
    "a replica that says nothing": { key: aws("kms/replicaKey:ReplicaKey") },
  },
  fail: { "a disabled key": key({ isEnabled: false }) },
  unknown: { "a key whose state is computed": key({ isEnabled: UNKNOWN }) },
  unset: { "a key": ["pass", key({})] },
  alias: {
    "a disabled replica": { key: aws("kms/replicaKey:ReplicaKey", { enabled: false }) },
    "a disabled key from outside": { key: aws("kms/externalKey:ExternalKey", { enabled: false }) },
  },
});
