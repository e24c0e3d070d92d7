import { CLUSTERS, GLOBAL_CLUSTERS } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "RDS-13",
  name: "rds-cluster-deletion-protection",
  title: "Clusters are protected against deletion",
  why: "A renamed resource or a wrong stack would otherwise take the data with it.",
  fix: "Set deletionProtection to true on the aws.rds.Cluster or aws.rds.GlobalCluster.",
  severity: "medium",
  enforcement: "advisory",
  types: [...CLUSTERS, ...GLOBAL_CLUSTERS],
  resource: oneOf("deletionProtection", [true], false),
  references: {
    securityHub: ["RDS.7"],
    nist80053: ["CM-3", "SC-5(2)"],
    wellArchitected: ["REL09-BP02"],
    checkov: ["CKV_AWS_139"],
    cdkNag: ["AwsSolutions-RDS10"],
    awsConfig: ["rds-cluster-deletion-protection-enabled"],
    prowler: ["rds_cluster_deletion_protection"],
    trivy: ["AWS-0343"],
  },
});
