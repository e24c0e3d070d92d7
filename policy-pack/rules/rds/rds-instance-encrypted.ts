import { INSTANCES } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { storageEncrypted } from "../../shapes/storage-encrypted";

export const control = defineControl({
  id: "RDS-01",
  name: "rds-instance-encrypted",
  title: "Database instances are encrypted at rest",
  why: "Storage, backups and snapshots of an unencrypted instance can be read by whoever gets hold of them, and encryption cannot be added later.",
  fix: "Set storageEncrypted to true on the aws.rds.Instance; a replica or a restored instance is encrypted as what it is made from.",
  severity: "high",
  enforcement: "mandatory",
  types: INSTANCES,
  ...storageEncrypted(INSTANCES),
  references: {
    securityHub: ["RDS.3"],
    cis3: ["2.3.1"],
    nist80053: ["CA-9(1)", "CM-3(6)", "SC-13", "SC-28", "SC-28(1)", "SC-7(10)", "SI-7(6)"],
    wellArchitected: ["SEC08-BP02"],
    checkov: ["CKV_AWS_16"],
    cdkNag: ["AwsSolutions-RDS2", "RDSStorageEncrypted"],
    awsConfig: ["rds-storage-encrypted"],
    prowler: ["rds_instance_storage_encrypted"],
    trivy: ["AWS-0080"],
    pulumi: [
      "AG:rds-storage-encrypted",
      "CP:rds-instance-disallow-unencrypted-storage",
      "PB:rds-instance-disallow-unencrypted-storage",
    ],
  },
});
