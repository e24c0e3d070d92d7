import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const group = (props: object) => ({
  group: aws("elasticache/replicationGroup:ReplicationGroup", { ...props }),
});
const cluster = (props: object) => ({ cluster: aws("elasticache/cluster:Cluster", { ...props }) });

fixtures("elasticache-minor-version-upgrades", {
  pass: {
    "a group that takes them": group({ autoMinorVersionUpgrade: true }),
    "a cache that takes them, in text": cluster({ engine: "redis", autoMinorVersionUpgrade: "true" }),
    "a cache that takes them, whatever its engine": cluster({ engine: UNKNOWN }),
  },
  fail: { "a group that does not": group({ autoMinorVersionUpgrade: false }) },
  unknown: {
    "a group whose setting is computed": group({ autoMinorVersionUpgrade: UNKNOWN }),
    "a cache that does not, whose engine is computed": cluster({
      engine: UNKNOWN,
      autoMinorVersionUpgrade: "false",
    }),
  },
  unset: { "a group that leaves it out": ["pass", group({})] },
  alias: { "a cache that does not": cluster({ engine: "redis", autoMinorVersionUpgrade: "false" }) },
  notApplicable: {
    "Memcached, which does not know it": cluster({ engine: "memcached", autoMinorVersionUpgrade: "false" }),
  },
});
