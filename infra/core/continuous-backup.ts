import type { Criticality } from "./criticality";

/**
 * Whether what is of a word can be set back to any second. AWS Backup then owns the automatic backups of a database: it moves
 * their window, and RDS refuses whoever else changes how far they go back. So the data layer leaves them alone once they are
 * there.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html, as of 2026-11
 */
export function hasContinuousBackup(word: Criticality): boolean {
  return word !== "low";
}
