import type { Criticality } from "../core/criticality";
import { type BackupTier, retentionRange } from "./tiers";

/**
 * The explicit word for a lock that nobody can ever take back, once its grace has passed: not the account's root user, and not
 * AWS. What is in the vault then costs money until its retention ends.
 */
export interface ComplianceLock {
  /** Name of the vault, as AWS knows it (`prod-critical`): whoever writes it here has looked. */
  readonly confirm: string;
  /** Days in which the lock can still be taken back, 3 or more. */
  readonly graceDays: number;
}

/** Locks in compliance mode, by word of criticality; a word that is not here has a lock in governance mode. */
export type ComplianceLocks = Readonly<Partial<Record<Criticality, ComplianceLock>>>;

/** Settings of a vault's lock. */
export interface LockSettings {
  /** Shortest retention that a job may ask for, in days. */
  readonly minRetentionDays: number;
  /** Longest retention that a job may ask for, in days. */
  readonly maxRetentionDays: number;
  /**
   * Days until the lock can never be taken back.
   *
   * @default - governance: whoever has the right can always take it back
   */
  readonly changeableForDays?: number;
}

/** Lock of a tier's vault; nothing where the tier has none. */
export function lockSettings(
  tier: BackupTier,
  compliance: ComplianceLock | undefined,
): LockSettings | undefined {
  if (!tier.locked) return undefined;
  const range = retentionRange(tier);
  return compliance === undefined ? range : { ...range, changeableForDays: compliance.graceDays };
}
