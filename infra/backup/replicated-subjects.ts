import type { Criticality } from "../core/criticality";
import type { BackedUp } from "../core/declarations";
import type { BackupTier } from "./tiers";

/**
 * Most databases whose automated backups an account may replicate to one Region.
 *
 * Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/AutomatedBackups.Replicating.Enable.html, as of 2026-11
 */
export const mostReplicated = 20;

/** A database whose automated backups are replicated. */
export interface ReplicatedSubject extends BackedUp {
  /** Days that they are kept there. */
  readonly retentionDays: number;
}

/**
 * Whether automated backups of things of a kind and tier are replicated: those of database instances whose word stands by in
 * the other Region. Aurora has no such replication; decision 20 tells its way.
 */
export function isReplicated(
  kind: BackedUp["kind"],
  { recovery, rules }: Pick<BackupTier, "recovery" | "rules">,
): boolean {
  const standsBy = recovery === "pilot-light" || recovery === "active-passive";
  return kind === "RDS" && standsBy && rules.continuous !== undefined;
}

/**
 * What of everything backed up has its automated backups replicated to the other Region, and kept there as long as its
 * continuous backups go back.
 */
export function replicatedSubjects(
  subjects: readonly BackedUp[],
  tiers: Readonly<Record<Criticality, BackupTier>>,
): readonly ReplicatedSubject[] {
  return subjects.flatMap((subject) => {
    const tier = tiers[subject.criticality];
    const { continuous } = tier.rules;
    if (continuous === undefined || !isReplicated(subject.kind, tier)) return [];
    return [{ ...subject, retentionDays: continuous.keepDays }];
  });
}
