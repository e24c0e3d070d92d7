import { INSTANCES } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "RDS-12",
  name: "rds-instance-deletion-protection",
  title: "Database instances are protected against deletion",
  why: "A renamed resource or a wrong stack would otherwise take the data with it.",
  fix: "Set deletionProtection to true on the aws.rds.Instance.",
  severity: "medium",
  enforcement: "advisory",
  types: INSTANCES,
  resource: oneOf("deletionProtection", [true], false),
  references: {
    securityHub: ["RDS.8"],
    nist80053: ["CM-3", "SC-5(2)", "SI-13(5)"],
    wellArchitected: ["REL09-BP02"],
    checkov: ["CKV_AWS_293"],
    cdkNag: ["AwsSolutions-RDS10", "RDSInstanceDeletionProtectionEnabled"],
    awsConfig: ["rds-instance-deletion-protection-enabled"],
    prowler: ["rds_instance_deletion_protection"],
    trivy: ["AWS-0177"],
    pulumi: ["PB:rds-deletion-protection"],
  },
});
