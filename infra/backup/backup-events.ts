import type { Scope } from "../core/scope";
import { regionalArn, type VaultSite } from "./backup-names";

/** A rule on the Region's default bus, by what it looks for. */
export interface BackupEventRule {
  /** Name, within the layer. */
  readonly name: string;
  /** What is told, as people read it. */
  readonly description: string;
  /** Pattern of the events. */
  readonly pattern: Readonly<Record<string, unknown>>;
}

const callsOf = (eventNames: readonly string[], more: object = {}): BackupEventRule["pattern"] => ({
  source: ["aws.backup"],
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: { eventSource: ["backup.amazonaws.com"], eventName: eventNames, ...more },
});

/** Calls that take away a recovery point, a lock or a vault, or try to. */
const vaultCalls = [
  "DeleteBackupVault",
  "DeleteBackupVaultAccessPolicy",
  "DeleteBackupVaultLockConfiguration",
  "DeleteBackupVaultNotifications",
  "DeleteRecoveryPoint",
  "DisassociateRecoveryPoint",
  "DisassociateRecoveryPointFromParent",
  "PutBackupVaultAccessPolicy",
  "PutBackupVaultLockConfiguration",
  "UpdateRecoveryPointLifecycle",
];

/** Calls that end backups for all that a plan or a Region has. */
const planCalls = [
  "DeleteBackupPlan",
  "DeleteBackupSelection",
  "DeleteRestoreTestingPlan",
  "DeleteRestoreTestingSelection",
  "UpdateRegionSettings",
];

/**
 * What is listened to in a Region: jobs that failed, expired or were aborted, and calls that take backups away. Copies are told
 * where they start, so that the other Region only tells what happens to its vaults. Names of an environment's vaults begin with
 * it, so that environments of one account do not hear of one another; a restore names no vault, and is told to all.
 *
 * Source of the fields: https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html, as of 2026-11
 */
export function backupEventRules(scope: Scope, site: VaultSite): readonly BackupEventRule[] {
  const prefix = `${scope.environment}-`;
  const ownVault = [{ prefix }];
  const tampering: BackupEventRule = {
    name: "tampering",
    description: "Somebody deletes, or tries to delete, a recovery point, a lock or a vault",
    pattern: callsOf(vaultCalls, { requestParameters: { backupVaultName: ownVault } }),
  };
  if (site === "copy") return [tampering];
  return [
    {
      name: "backup-jobs",
      description: "A backup has failed, expired or been aborted",
      pattern: {
        source: ["aws.backup"],
        "detail-type": ["Backup Job State Change"],
        detail: { state: ["FAILED", "EXPIRED", "ABORTED"], backupVaultName: ownVault },
      },
    },
    {
      name: "copy-jobs",
      description: "A copy to another vault has failed",
      pattern: {
        source: ["aws.backup"],
        "detail-type": ["Copy Job State Change"],
        detail: {
          state: ["FAILED", "PARTIAL"],
          sourceBackupVaultArn: [{ prefix: regionalArn(scope, "backup", `backup-vault:${prefix}`) }],
        },
      },
    },
    {
      name: "restore-jobs",
      description: "A restore has failed or been aborted",
      pattern: {
        source: ["aws.backup"],
        "detail-type": ["Restore Job State Change"],
        detail: { status: ["FAILED", "ABORTED"] },
      },
    },
    tampering,
    {
      name: "plans",
      description: "Somebody ends backups or restore tests of a plan or a Region",
      pattern: callsOf(planCalls),
    },
  ];
}
