import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const key = (props: object) => ({ key: aws("kms/key:Key", { ...props }) });

fixtures("kms-key-deletion-window", {
  pass: { "the shortest that is allowed": key({ deletionWindowInDays: 14 }) },
  fail: { "a day less": key({ deletionWindowInDays: 13 }) },
  unknown: { "a window that is computed": key({ deletionWindowInDays: UNKNOWN }) },
  unset: { "what AWS waits by itself": ["pass", key({})] },
  alias: { "a replica": { key: aws("kms/replicaKey:ReplicaKey", { deletionWindowInDays: 7 }) } },
});
