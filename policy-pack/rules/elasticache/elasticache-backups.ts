import { CACHE_CLUSTERS, isMember, REPLICATION_GROUPS, SERVERLESS_CACHES } from "../../aws/caches";
import { defineControl } from "../../registry/control";
import { forEngines } from "../../shapes/engine";
import { within } from "../../shapes/property";
import { notApplicable } from "../../verdict/outcome";

interface Parameters {
  readonly leastDays: number;
}

export const control = defineControl<Parameters>({
  id: "EC-08",
  name: "elasticache-backups",
  title: "Caches of Redis and Valkey are backed up automatically",
  why: "The default keeps no backup, and a cache that is hard to fill again is down for as long as that takes.",
  fix: "Set snapshotRetentionLimit.",
  severity: "medium",
  enforcement: "advisory",
  types: [...REPLICATION_GROUPS, ...CACHE_CLUSTERS, ...SERVERLESS_CACHES],
  parameters: {
    leastDays: {
      type: "integer",
      minimum: 1,
      maximum: 35,
      default: 1,
      description: "Shortest retention, in days; of a serverless cache, fewest backups.",
    },
  },
  resource: (subject, { parameters }) => {
    if (CACHE_CLUSTERS.includes(subject.type) && isMember(subject.props)) {
      return notApplicable("Its group is backed up");
    }
    const kept = within("snapshotRetentionLimit", { least: parameters.leastDays }, 0);
    return REPLICATION_GROUPS.includes(subject.type)
      ? kept(subject)
      : forEngines(/^(redis|valkey)$/, kept)(subject);
  },
  references: {
    securityHub: ["ElastiCache.1"],
    nist80053: ["CP-10", "CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "SI-12", "SI-13(5)"],
    wellArchitected: ["REL09-BP01"],
    checkov: ["CKV_AWS_134"],
    cdkNag: ["ElastiCacheRedisClusterAutomaticBackup"],
    awsConfig: ["elasticache-redis-cluster-automatic-backup-check"],
    prowler: ["elasticache_redis_cluster_backup_enabled"],
    trivy: ["AWS-0050"],
    pulumi: ["PB:elasticache-backup-retention"],
  },
});
