import { CLUSTERS } from "../../aws/databases";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { notApplicable } from "../../verdict/outcome";

const isOn = oneOf("iamDatabaseAuthenticationEnabled", [true], false);

export const control = defineControl({
  id: "RDS-15",
  name: "rds-cluster-iam-authentication",
  title: "Clusters let their users sign in by IAM",
  why: "A token of IAM lasts minutes and belongs to a role; a password lasts until somebody changes it.",
  fix: "Set iamDatabaseAuthenticationEnabled to true on the aws.rds.Cluster.",
  severity: "medium",
  enforcement: "advisory",
  types: CLUSTERS,
  resource: (subject) =>
    known(subject.props.at("engineMode").string()) === "serverless"
      ? notApplicable("Serverless clusters of the first generation know no sign-in by IAM")
      : isOn(subject),
  references: {
    securityHub: ["RDS.12"],
    nist80053: ["AC-2(1)", "AC-3", "AC-3(15)", "AC-3(7)", "AC-6"],
    wellArchitected: ["SEC02-BP02"],
    checkov: ["CKV_AWS_162"],
    cdkNag: ["AwsSolutions-RDS6"],
    awsConfig: ["rds-cluster-iam-authentication-enabled"],
    prowler: ["rds_cluster_iam_authentication_enabled"],
    pulumi: ["PB:rds-cluster-iam-authentication"],
  },
});
