import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => aws("elasticache/replicationGroup:ReplicationGroup", { ...props });
const whole = aws("elasticache/globalReplicationGroup:GlobalReplicationGroup", {
  primaryReplicationGroupId: ref("first"),
});
const second = group({ globalReplicationGroupId: ref("whole") });

fixtures("elasticache-encrypted-at-rest", {
  pass: {
    "an encrypted group": { group: group({ atRestEncryptionEnabled: true }) },
    "an encrypted group whose engine is computed": {
      group: group({ atRestEncryptionEnabled: true, engine: UNKNOWN }),
    },
    "a group of Valkey, which encrypts by itself": { group: group({ engine: "valkey" }) },
    "a group that has joined an encrypted one": {
      first: group({ atRestEncryptionEnabled: true }),
      whole,
      second,
    },
  },
  fail: {
    "a group that is not": { group: group({ atRestEncryptionEnabled: false }) },
    "a group of Valkey that says no": { group: group({ engine: "valkey", atRestEncryptionEnabled: false }) },
    "a group that has joined one that is not": { first: group({}), whole, second },
  },
  unknown: {
    "a group whose setting is computed": { group: group({ atRestEncryptionEnabled: UNKNOWN }) },
    "a group whose engine is computed": { group: group({ engine: UNKNOWN }) },
    "a group that has joined one elsewhere": { second: group({ globalReplicationGroupId: "global-orders" }) },
  },
  unset: { "a group of Redis that leaves it out": ["fail", { group: group({ engine: "redis" }) }] },
  alias: { none: "one token" },
});
