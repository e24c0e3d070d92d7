import type { Criticality } from "../core/criticality";

/** Names of a tier's rules, the most frequent first. */
export const ruleNames = ["continuous", "daily", "weekly", "monthly", "yearly"] as const;

/** Name of a rule; see {@link ruleNames}. */
export type RuleName = (typeof ruleNames)[number];

/** How often a backup is made, and how long it is kept. */
export interface TierRule {
  /** Days that a recovery point is kept. */
  readonly keepDays: number;
  /**
   * Days after which a recovery point moves to cold storage, where its service has one: of what is kept here, DynamoDB and EFS.
   *
   * @default - never
   */
  readonly coldAfterDays?: number;
  /** Whether each recovery point is copied to the other Region. */
  readonly copied: boolean;
  /** Whether each is copied to the air-gapped vault too, where the environment says the word for it. */
  readonly airGapped: boolean;
  /**
   * How recovery points are searched for malware, where their service can be searched: S3, EBS and EC2.
   *
   * @default - not at all
   */
  readonly scan?: "INCREMENTAL_SCAN" | "FULL_SCAN";
}

/** How often a restore is tried. */
export type RestoreTestFrequency = "weekly" | "monthly" | "quarterly";

/** When a restore of something of each kind is tried. */
export interface RestoreTest {
  /** How often. */
  readonly frequency: RestoreTestFrequency;
  /** Hour of the day, in UTC, at which it may begin. */
  readonly startHour: number;
  /** Hours in which it begins, 1 to 168. */
  readonly windowHours: number;
}

/** How a workload comes back in the other Region. */
export type RegionRecovery = "active-passive" | "pilot-light" | "restore-from-copy" | "none";

/** Who hears of a failure, and when. */
export type AlarmSeverity = "page" | "page-in-hours" | "ticket" | "digest";

/** What one word of criticality means for backups and recovery. */
export interface BackupTier {
  /** Most data that may be lost, in minutes. */
  readonly rpoMinutes: number;
  /** Longest time until it works again, in minutes; nothing where that is done when there is time. */
  readonly rtoMinutes: number | undefined;
  /** Rules of the plan. */
  readonly rules: Readonly<Partial<Record<RuleName, TierRule>>>;
  /** Whether the vault holds to its retention against those who may delete. */
  readonly locked: boolean;
  /** When a restore is tried; nothing where it is not. */
  readonly restoreTest: RestoreTest | undefined;
  /** How it comes back in the other Region. */
  readonly recovery: RegionRecovery;
  /** Who hears of a failed backup. */
  readonly severity: AlarmSeverity;
}

const hour = 60;
const day = 24 * hour;

const weeks = (count: number): number => count * 7;
/** Thirteen months: the same month of last year is still there. */
const thirteenMonths = 395;
const threeMonths = 92;
const sevenYears = 2557;

/**
 * What each word of criticality means. The numbers are this platform's own choice and can be changed; what AWS asks of them
 * is checked (`tierProblems`), and so is that retention never falls as criticality rises.
 *
 * A word with a target of a day or less is copied to the other Region every day: a copy a month would keep no target.
 *
 * Sources of AWS's part: https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html and
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html, as of 2026-11
 */
export const backupTiers: Readonly<Record<Criticality, BackupTier>> = {
  critical: {
    rpoMinutes: 15,
    rtoMinutes: hour,
    rules: {
      continuous: { keepDays: 35, copied: false, airGapped: false },
      daily: { keepDays: 35, copied: true, airGapped: true, scan: "INCREMENTAL_SCAN" },
      weekly: { keepDays: weeks(13), copied: true, airGapped: false },
      monthly: {
        keepDays: thirteenMonths,
        coldAfterDays: 30,
        copied: true,
        airGapped: true,
        scan: "FULL_SCAN",
      },
      yearly: { keepDays: sevenYears, coldAfterDays: 30, copied: true, airGapped: false },
    },
    locked: true,
    restoreTest: { frequency: "weekly", startHour: 13, windowHours: 2 },
    recovery: "active-passive",
    severity: "page",
  },
  high: {
    rpoMinutes: hour,
    rtoMinutes: 4 * hour,
    rules: {
      continuous: { keepDays: 35, copied: false, airGapped: false },
      daily: { keepDays: 35, copied: true, airGapped: false },
      weekly: { keepDays: weeks(13), copied: false, airGapped: false },
      monthly: {
        keepDays: thirteenMonths,
        coldAfterDays: 30,
        copied: false,
        airGapped: false,
        scan: "FULL_SCAN",
      },
    },
    locked: true,
    restoreTest: { frequency: "monthly", startHour: 15, windowHours: 2 },
    recovery: "pilot-light",
    severity: "page-in-hours",
  },
  standard: {
    rpoMinutes: day,
    rtoMinutes: day,
    rules: {
      continuous: { keepDays: 7, copied: false, airGapped: false },
      daily: { keepDays: 35, copied: true, airGapped: false },
      weekly: { keepDays: weeks(5), copied: false, airGapped: false },
      monthly: { keepDays: threeMonths, copied: false, airGapped: false },
    },
    locked: true,
    restoreTest: { frequency: "quarterly", startHour: 17, windowHours: 2 },
    recovery: "restore-from-copy",
    severity: "ticket",
  },
  low: {
    rpoMinutes: 3 * day,
    rtoMinutes: undefined,
    rules: { daily: { keepDays: 7, copied: false, airGapped: false } },
    locked: false,
    restoreTest: undefined,
    recovery: "none",
    severity: "digest",
  },
};

/** A rule with its name. */
export interface NamedRule extends TierRule {
  /** Name of the rule. */
  readonly name: RuleName;
}

/** Rules of a tier, the most frequent first. */
export function rulesOf({ rules }: Pick<BackupTier, "rules">): readonly NamedRule[] {
  return ruleNames.flatMap((name) => {
    const rule = rules[name];
    return rule === undefined ? [] : [{ ...rule, name }];
  });
}

/** Shortest and longest time that a vault of a tier keeps anything: what its lock has to contain. */
export function retentionRange(tier: Pick<BackupTier, "rules">): {
  readonly minRetentionDays: number;
  readonly maxRetentionDays: number;
} {
  const days = rulesOf(tier).map(({ keepDays }) => keepDays);
  return { minRetentionDays: Math.min(...days), maxRetentionDays: Math.max(...days) };
}

/** Whether any recovery point of a tier leaves the Region. */
export function isCopied(tier: Pick<BackupTier, "rules">): boolean {
  return rulesOf(tier).some(({ copied }) => copied);
}

/** Whether any recovery point of a tier may be copied to the air-gapped vault. */
export function isAirGapped(tier: Pick<BackupTier, "rules">): boolean {
  return rulesOf(tier).some(({ airGapped }) => airGapped);
}

/** Whether any recovery point of a tier is searched for malware. */
export function isScanned(tier: Pick<BackupTier, "rules">): boolean {
  return rulesOf(tier).some(({ scan }) => scan !== undefined);
}
