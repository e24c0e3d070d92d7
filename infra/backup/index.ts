export { AccountBackup } from "./account-backup";
export { Backup } from "./backup";
export type { BackupArgs } from "./backup-args";
