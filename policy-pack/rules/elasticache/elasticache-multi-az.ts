import { REPLICATION_GROUPS } from "../../aws/caches";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "EC-06",
  name: "elasticache-multi-az",
  title: "Replication groups have their replicas in other zones",
  why: "A replica in the zone of the primary is lost together with it.",
  fix: "Set multiAzEnabled to true, together with automaticFailoverEnabled.",
  severity: "medium",
  enforcement: "advisory",
  types: REPLICATION_GROUPS,
  resource: oneOf("multiAzEnabled", [true], false),
  references: {
    nist80053: ["CP-10", "CP-6(2)", "SC-36", "SI-13(5)"],
    wellArchitected: ["REL10-BP01"],
    checkov: ["CKV2_AWS_50"],
    cdkNag: ["AwsSolutions-AEC4"],
    prowler: ["elasticache_redis_cluster_multi_az_enabled"],
  },
});
