import { CLUSTERS } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { storageEncrypted } from "../../shapes/storage-encrypted";

export const control = defineControl({
  id: "RDS-02",
  name: "rds-cluster-encrypted",
  title: "Database clusters are encrypted at rest",
  why: "An unencrypted cluster stays so for life. Aurora encrypts clusters made since February 2026 with a key of AWS whatever is set; older ones and clusters of three zones it does not.",
  fix: "Set storageEncrypted to true on the aws.rds.Cluster; a copy is encrypted as what it is made from.",
  severity: "high",
  enforcement: "mandatory",
  types: CLUSTERS,
  ...storageEncrypted(CLUSTERS),
  references: {
    securityHub: ["RDS.27"],
    cis3: ["2.3.1"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_96"],
    cdkNag: ["AwsSolutions-RDS2", "RDSStorageEncrypted"],
    awsConfig: ["rds-cluster-encrypted-at-rest"],
    prowler: ["rds_cluster_storage_encrypted"],
    trivy: ["AWS-0079"],
    pulumi: ["CP:rds-cluster-disallow-unencrypted-storage", "PB:rds-cluster-disallow-unencrypted-storage"],
  },
});
