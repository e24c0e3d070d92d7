import { regionalArn } from "../core/arn";
import { vaultCalls } from "../core/vault-calls";
import { apiCall, type EventEntry, ofEnvironment } from "./event-entry";

const docs = "https://docs.aws.amazon.com";
const backupEvents = `${docs}/aws-backup/latest/devguide/eventbridge.html`;
const backupCalls = `${docs}/aws-backup/latest/devguide/logging-using-cloudtrail.html`;

/** Calls that end backups for all that a plan or a Region has. */
const planCalls = [
  "DeleteBackupPlan",
  "DeleteBackupSelection",
  "DeleteRestoreTestingPlan",
  "DeleteRestoreTestingSelection",
  "UpdateRegionSettings",
];

/** What AWS tells of backups, copies and restores. What happens to copies in their own Region is told from there. */
export const recoveryEvents: readonly EventEntry[] = [
  {
    reach: "environment",
    word: "backup-failed",
    meaning: "Something was not backed up",
    urgency: "risk",
    runbook: "snapshot-now",
    source: backupEvents,
    pattern: ({ scope }) => ({
      source: ["aws.backup"],
      "detail-type": ["Backup Job State Change"],
      detail: { state: ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"], backupVaultName: ofEnvironment(scope) },
    }),
  },
  {
    reach: "environment",
    word: "copy-failed",
    meaning: "A backup was not copied to another vault",
    urgency: "risk",
    runbook: "snapshot-now",
    source: backupEvents,
    pattern: ({ scope }) => {
      const prefix = regionalArn(scope, "backup", `backup-vault:${scope.environment}-`);
      return {
        source: ["aws.backup"],
        "detail-type": ["Copy Job State Change"],
        detail: { state: ["FAILED", "PARTIAL"], sourceBackupVaultArn: [{ prefix }] },
      };
    },
  },
  {
    reach: "environment",
    word: "vault-weakened",
    meaning: "Somebody has taken protection from a vault of backups, or deleted from it, or tried to",
    urgency: "outage",
    runbook: "break-glass",
    source: backupCalls,
    pattern: ({ scope }) =>
      apiCall("backup", vaultCalls, { requestParameters: { backupVaultName: ofEnvironment(scope) } }),
  },
  {
    reach: "account",
    word: "backups-ended",
    meaning: "Somebody has ended backups or restore tests of a plan or a Region",
    urgency: "risk",
    runbook: "break-glass",
    source: backupCalls,
    pattern: () => apiCall("backup", planCalls),
  },
  {
    reach: "account",
    word: "restore-failed",
    meaning: "A backup could not be restored, in a test or in earnest",
    urgency: "risk",
    runbook: "review-restore-test",
    source: backupEvents,
    pattern: () => ({
      source: ["aws.backup"],
      "detail-type": ["Restore Job State Change"],
      detail: { status: ["FAILED", "ABORTED"] },
    }),
  },
];
