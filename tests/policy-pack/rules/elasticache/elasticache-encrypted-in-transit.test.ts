import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => aws("elasticache/replicationGroup:ReplicationGroup", { ...props });
const cluster = (props: object) => ({ cluster: aws("elasticache/cluster:Cluster", { ...props }) });
const on = { transitEncryptionEnabled: true };
const whole = aws("elasticache/globalReplicationGroup:GlobalReplicationGroup", {
  primaryReplicationGroupId: ref("first"),
});
const second = group({ globalReplicationGroupId: ref("whole") });

fixtures("elasticache-encrypted-in-transit", {
  pass: {
    "a group with it": { group: group(on) },
    "a group that requires it": { group: group({ ...on, transitEncryptionMode: "required" }) },
    "Memcached with it": cluster({ engine: "memcached", ...on }),
    "a group that has joined one with it": { first: group(on), whole, second },
  },
  fail: {
    "a group without": { group: group({ transitEncryptionEnabled: false }) },
    "a group that prefers it": { group: group({ ...on, transitEncryptionMode: "preferred" }) },
    "a group that has joined one without": { first: group({}), whole, second },
  },
  unknown: {
    "a group whose setting is computed": { group: group({ transitEncryptionEnabled: UNKNOWN }) },
    "a group whose mode is computed": { group: group({ ...on, transitEncryptionMode: UNKNOWN }) },
    "a cache without it whose engine is computed": cluster({ engine: UNKNOWN }),
  },
  unset: { "a group that leaves it out": ["fail", { group: group({}) }] },
  alias: { "Memcached that leaves it out": cluster({ engine: "memcached" }) },
  notApplicable: {
    "a single node of Redis, which cannot": cluster({ engine: "redis" }),
    "a member of a group": cluster({ replicationGroupId: UNKNOWN }),
  },
});
