import { INSTANCES } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { forEngines } from "../../shapes/engine";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "RDS-14",
  name: "rds-instance-iam-authentication",
  title: "Database instances let their users sign in by IAM",
  why: "A token of IAM lasts minutes and belongs to a role; a password lasts until somebody changes it.",
  fix: "Set iamDatabaseAuthenticationEnabled to true on the aws.rds.Instance.",
  severity: "medium",
  enforcement: "advisory",
  types: INSTANCES,
  // The other engines know no such sign-in.
  resource: forEngines(
    /^(mysql|mariadb|postgres)$/,
    oneOf("iamDatabaseAuthenticationEnabled", [true], false),
  ),
  references: {
    securityHub: ["RDS.10"],
    nist80053: ["AC-2(1)", "AC-3", "AC-3(15)", "AC-3(7)", "AC-6"],
    wellArchitected: ["SEC02-BP02"],
    checkov: ["CKV_AWS_161"],
    awsConfig: ["rds-instance-iam-authentication-enabled"],
    prowler: ["rds_instance_iam_authentication_enabled"],
    trivy: ["AWS-0176"],
    pulumi: ["PB:rds-iam-authentication"],
  },
});
