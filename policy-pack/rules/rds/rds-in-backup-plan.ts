import { arnPart } from "../../aws/backup-coverage";
import { CLUSTERS, INSTANCES } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { inBackupPlan, ownsBackups } from "../../shapes/backup-coverage";
import type { Owned } from "../../shapes/ownership";

const TYPES = [...INSTANCES, ...CLUSTERS];

export const control = defineControl<Owned>({
  id: "RDS-11",
  name: "rds-in-backup-plan",
  title: "Databases are in a plan of AWS Backup",
  why: "Automatic backups disappear with the database; those of a plan are kept in a vault, and may be locked and copied.",
  fix: "Name the database, its tag or a pattern of ARNs in an aws.backup.Selection.",
  severity: "medium",
  enforcement: "advisory",
  types: TYPES,
  parameters: ownsBackups,
  stack: inBackupPlan(TYPES, ({ type, props }) => ({
    service: "rds",
    path: INSTANCES.includes(type)
      ? `db:${arnPart(props.at("identifier"))}`
      : `cluster:${arnPart(props.at("clusterIdentifier"))}`,
  })),
  references: {
    securityHub: ["RDS.26"],
    nist80053: ["CP-10", "CP-6", "CP-6(1)", "CP-9", "SI-12", "SI-13(5)"],
    wellArchitected: ["REL09-BP01"],
    checkov: ["CKV2_AWS_8"],
    cdkNag: ["RDSInBackupPlan"],
    awsConfig: [
      "rds-in-backup-plan",
      "aurora-resources-protected-by-backup-plan",
      "rds-resources-protected-by-backup-plan",
    ],
    prowler: ["rds_instance_protected_by_backup_plan", "rds_cluster_protected_by_backup_plan"],
  },
});
