import { arnPart } from "../../aws/backup-coverage";
import { TABLES } from "../../aws/dynamodb-tables";
import { defineControl } from "../../registry/control";
import { inBackupPlan, ownsBackups } from "../../shapes/backup-coverage";
import type { Owned } from "../../shapes/ownership";

export const control = defineControl<Owned>({
  id: "DDB-05",
  name: "dynamodb-in-backup-plan",
  title: "Tables are in a plan of AWS Backup",
  why: "Point-in-time recovery ends after five weeks and with the table; a plan's backups are kept in a vault.",
  fix: "Name the table, its tag or a pattern of ARNs in an aws.backup.Selection.",
  severity: "medium",
  enforcement: "advisory",
  types: TABLES,
  parameters: ownsBackups,
  stack: inBackupPlan(TABLES, ({ props }) => ({
    service: "dynamodb",
    path: `table/${arnPart(props.at("name"))}`,
  })),
  references: {
    securityHub: ["DynamoDB.4"],
    nist80053: ["CP-10", "CP-6", "CP-6(1)", "CP-6(2)", "CP-9", "SI-12", "SI-13(5)"],
    wellArchitected: ["REL09-BP01"],
    cdkNag: ["DynamoDBInBackupPlan"],
    awsConfig: ["dynamodb-in-backup-plan", "dynamodb-resources-protected-by-backup-plan"],
    prowler: ["dynamodb_table_protected_by_backup_plan"],
  },
});
