import { CLUSTERS, INSTANCES } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "RDS-23",
  name: "rds-snapshots-carry-tags",
  title: "Snapshots of databases carry the tags of the database",
  why: "A snapshot without an owner and a data class is kept for ever and guarded by nobody.",
  fix: "Set copyTagsToSnapshot to true on the aws.rds.Instance or aws.rds.Cluster.",
  severity: "low",
  enforcement: "advisory",
  // On an instance of a cluster the setting has no effect: the cluster's one holds.
  types: [...INSTANCES, ...CLUSTERS],
  resource: oneOf("copyTagsToSnapshot", [true], false),
  references: {
    securityHub: ["RDS.16", "RDS.17", "RDS.47", "RDS.48"],
    nist80053: ["CM-2", "CM-2(2)"],
    wellArchitected: ["COST03-BP02"],
    checkov: ["CKV_AWS_313", "CKV2_AWS_60"],
    prowler: ["rds_instance_copy_tags_to_snapshots", "rds_cluster_copy_tags_to_snapshots"],
  },
});
