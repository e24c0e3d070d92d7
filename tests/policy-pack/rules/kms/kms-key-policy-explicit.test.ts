import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const key = aws("kms/key:Key");
const policy = (keyId: unknown) => aws("kms/keyPolicy:KeyPolicy", { keyId, policy: UNKNOWN });

fixtures("kms-key-policy-explicit", {
  pass: {
    "a policy that is computed": { key: aws("kms/key:Key", { policy: UNKNOWN }) },
    "a policy of its own": { key, policy: policy(ref("key")) },
  },
  fail: { "a key beside the policy of another": { key, policy: policy("other") } },
  unknown: { "a key beside a policy that cannot be joined": { key, policy: policy(UNKNOWN) } },
  unset: { "a key without": ["fail", { key }] },
  alias: { "a replica without": { key: aws("kms/replicaKey:ReplicaKey") } },
});
