import { INSTANCES } from "../../aws/databases";
import { defineControl } from "../../registry/control";
import { unlessCopied, unlessReplica } from "../../shapes/database-copies";
import { within } from "../../shapes/property";

interface Parameters {
  readonly leastDays: number;
  readonly replicas: boolean;
}

export const control = defineControl<Parameters>({
  id: "RDS-09",
  name: "rds-instance-backup-retention",
  title: "Automatic backups of database instances are kept long enough",
  why: "An instance whose retention is left out has no automatic backups at all; a short one ends before damage is noticed.",
  fix: "Set backupRetentionPeriod on the aws.rds.Instance.",
  severity: "medium",
  enforcement: "advisory",
  types: INSTANCES,
  parameters: {
    leastDays: {
      type: "integer",
      minimum: 1,
      maximum: 35,
      default: 7,
      description: "Shortest retention, in days.",
    },
    replicas: { type: "boolean", default: false, description: "Ask the same of read replicas." },
  },
  resource: (subject, { parameters }) => {
    const retention = within("backupRetentionPeriod", { least: parameters.leastDays }, 0);
    // A restored instance keeps what its source had.
    return unlessReplica(unlessCopied("backupRetentionPeriod", retention), parameters.replicas)(subject);
  },
  references: {
    securityHub: ["RDS.11"],
    nist80053: ["CP-10", "CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "SI-12", "SI-13(5)"],
    wellArchitected: ["REL09-BP03"],
    checkov: ["CKV_AWS_133"],
    cdkNag: ["AwsSolutions-RDS13", "RDSInstanceBackupEnabled"],
    awsConfig: ["db-instance-backup-enabled"],
    prowler: ["rds_instance_backup_enabled"],
    trivy: ["AWS-0077"],
    pulumi: [
      "AG:rds-instance-backup-enabled",
      "CP:rds-instance-enable-backup-retention",
      "CP:rds-instance-configure-backup-retention",
      "PB:rds-instance-enable-backup-retention",
    ],
  },
});
