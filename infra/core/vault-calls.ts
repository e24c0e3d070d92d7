/** Calls that take away a recovery point, a lock or a vault, or try to. */
export const vaultCalls: readonly string[] = [
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
