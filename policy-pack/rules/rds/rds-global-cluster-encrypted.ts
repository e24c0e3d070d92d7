import { GLOBAL_CLUSTERS } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { storageEncrypted } from "../../shapes/storage-encrypted";

export const control = defineControl({
  id: "RDS-03",
  name: "rds-global-cluster-encrypted",
  title: "Global clusters are encrypted at rest",
  why: "All member clusters are encrypted, or none is.",
  fix: "Set storageEncrypted to true on the aws.rds.GlobalCluster, or make it from an encrypted cluster.",
  severity: "medium",
  enforcement: "advisory",
  types: GLOBAL_CLUSTERS,
  ...storageEncrypted(GLOBAL_CLUSTERS),
  references: {
    nist80053: ["SC-13", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_140"],
  },
});
