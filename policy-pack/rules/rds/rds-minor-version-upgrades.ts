import { CLUSTER_INSTANCES, CLUSTERS, INSTANCES } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "RDS-16",
  name: "rds-minor-version-upgrades",
  title: "Databases take minor versions by themselves",
  why: "Minor versions carry the security fixes, and nobody applies them by hand in time.",
  fix: "Leave autoMinorVersionUpgrade out, or set it to true.",
  severity: "medium",
  enforcement: "advisory",
  types: [...INSTANCES, ...CLUSTER_INSTANCES, ...CLUSTERS],
  // AWS upgrades unless told otherwise.
  resource: oneOf("autoMinorVersionUpgrade", [true], true),
  references: {
    securityHub: ["RDS.13", "RDS.35"],
    cis3: ["2.3.2"],
    nist80053: ["SI-2", "SI-2(2)", "SI-2(4)", "SI-2(5)"],
    wellArchitected: ["SEC06-BP01"],
    checkov: ["CKV_AWS_226"],
    cdkNag: ["RDSAutomaticMinorVersionUpgradeEnabled"],
    awsConfig: ["rds-automatic-minor-version-upgrade-enabled"],
    prowler: ["rds_instance_minor_version_upgrade_enabled", "rds_cluster_minor_version_upgrade_enabled"],
    pulumi: ["PB:rds-instance-managed-service-patching", "PB:rds-clusterinstance-managed-service-patching"],
  },
});
