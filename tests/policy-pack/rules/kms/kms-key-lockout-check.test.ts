import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const bypass = (type: string, bypassPolicyLockoutSafetyCheck: unknown) => ({
  key: aws(type, { bypassPolicyLockoutSafetyCheck }),
});

fixtures("kms-key-lockout-check", {
  pass: { "a check": bypass("kms/key:Key", false) },
  fail: { "no check": bypass("kms/key:Key", true) },
  unknown: { "a check that is computed": bypass("kms/key:Key", UNKNOWN) },
  unset: { "a key": ["pass", { key: aws("kms/key:Key") }] },
  alias: {
    "a policy": bypass("kms/keyPolicy:KeyPolicy", true),
    "a replica": bypass("kms/replicaKey:ReplicaKey", true),
  },
});
