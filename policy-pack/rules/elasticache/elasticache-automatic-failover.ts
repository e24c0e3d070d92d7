import { REPLICATION_GROUPS } from "../../aws/caches";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "EC-05",
  name: "elasticache-automatic-failover",
  title: "Replication groups fail over by themselves",
  why: "Without it a lost primary takes no writes until somebody promotes a replica.",
  fix: "Set automaticFailoverEnabled to true, with at least one replica.",
  severity: "medium",
  enforcement: "advisory",
  types: REPLICATION_GROUPS,
  resource: oneOf("automaticFailoverEnabled", [true], false),
  references: {
    securityHub: ["ElastiCache.3"],
    nist80053: ["CP-10", "CP-6(2)", "SC-36", "SC-5(2)", "SI-13(5)"],
    wellArchitected: ["REL11-BP02"],
    checkov: ["CKV2_AWS_50"],
    cdkNag: ["AwsSolutions-AEC4"],
    awsConfig: ["elasticache-repl-grp-auto-failover-enabled"],
    prowler: ["elasticache_redis_cluster_automatic_failover_enabled"],
  },
});
