import type { Criticality } from "./criticality";
import type { NameScope } from "./names";

/** Key of the tag by which backup plans select. */
export const backupTag = "Backup";

/** Key of the tag by which the account's audit of backups says what it looks at. */
export const backupAuditTag = "BackupAudit";

/** Whether the account's audit of backups looks at something. */
export type BackupAudit = "included" | "excluded";

/** Tags of what is backed up. */
export interface BackupTags {
  /** Plan that selects it: of an environment, by the word of criticality. */
  readonly [backupTag]: string;
  /** Whether the account's audit looks at it. */
  readonly [backupAuditTag]: BackupAudit;
}

/**
 * Value of the tag by which the plan of a word selects. It names the environment, because environments share accounts; and
 * it is a tag of its own, because the word of criticality is on everything that a stack makes, logs and copies included.
 */
export function backupTagValue({ environment }: Pick<NameScope, "environment">, word: Criticality): string {
  return `${environment}-${word}`;
}

/** Whether an audit of backups looks at things of a word: `low` is kept for days, and fails every audit by design. */
export function backupAudit(word: Criticality): BackupAudit {
  return word === "low" ? "excluded" : "included";
}

/** Tags of what is backed up. */
export function backupTags(scope: Pick<NameScope, "environment">, word: Criticality): BackupTags {
  return { [backupTag]: backupTagValue(scope, word), [backupAuditTag]: backupAudit(word) };
}
