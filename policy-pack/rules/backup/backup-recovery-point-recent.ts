import type { CheckedElsewhere } from "../../registry/control";

export const control: CheckedElsewhere = {
  id: "BKP-06",
  name: "backup-recovery-point-recent",
  title: "A recovery point of everything was made lately",
  why: "A plan whose jobs fail looks like a plan that works, until the day of the restore.",
  fix: "Repair the backup job; nothing in a program can.",
  severity: "medium",
  enforcement: "advisory",
  references: {
    nist80053: ["CP-9", "CP-9(1)"],
    wellArchitected: ["REL09-BP03", "REL09-BP04"],
    awsConfig: [
      "dynamodb-last-backup-recovery-point-created",
      "ebs-last-backup-recovery-point-created",
      "ec2-last-backup-recovery-point-created",
      "efs-last-backup-recovery-point-created",
      "rds-last-backup-recovery-point-created",
      "aurora-last-backup-recovery-point-created",
      "s3-last-backup-recovery-point-created",
    ],
  },
  checkedBy:
    "Recovery points exist at run time only: the AWS Config rules that end in last-backup-recovery-point-created, AWS Backup Audit Manager, or alarms on failed backup jobs.",
};
