import { CACHE_CLUSTERS, REPLICATION_GROUPS } from "../../aws/caches";
import { defineControl } from "../../registry/control";
import { forEngines } from "../../shapes/engine";
import { oneOf } from "../../shapes/property";

// AWS upgrades unless told otherwise; Memcached does not know the setting.
const upgrades = oneOf("autoMinorVersionUpgrade", [true], true);
const ofRedis = forEngines(/^(redis|valkey)$/, upgrades);

export const control = defineControl({
  id: "EC-07",
  name: "elasticache-minor-version-upgrades",
  title: "Caches take minor versions by themselves",
  why: "Minor versions carry the security fixes, and nobody applies them by hand in time.",
  fix: "Leave autoMinorVersionUpgrade out, or set it to true.",
  severity: "high",
  enforcement: "mandatory",
  types: [...REPLICATION_GROUPS, ...CACHE_CLUSTERS],
  resource: (subject) => (CACHE_CLUSTERS.includes(subject.type) ? ofRedis(subject) : upgrades(subject)),
  references: {
    securityHub: ["ElastiCache.2"],
    nist80053: ["SI-2", "SI-2(2)", "SI-2(4)", "SI-2(5)"],
    wellArchitected: ["SEC06-BP01"],
    checkov: ["CKV_AWS_322"],
    awsConfig: ["elasticache-auto-minor-version-upgrade-check"],
    prowler: ["elasticache_redis_cluster_auto_minor_version_upgrades"],
  },
});
