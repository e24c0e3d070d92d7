import { amount, unless } from "../core/checks";
import { criticalities, type Criticality } from "../core/criticality";
import type { Problem } from "../core/problem";
import { type BackupTier, type NamedRule, ruleNames, rulesOf } from "./tiers";

/**
 * What AWS Backup allows.
 *
 * Sources: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html, `point-in-time-recovery.html`,
 * `API_PutBackupVaultLockConfiguration.html` and `API_CreateLogicallyAirGappedBackupVault.html` there, as of 2026-11
 */
export const backupLimits = {
  /** Longest time that a continuous backup reaches back, in days. */
  continuousDays: 35,
  /** Days that a recovery point stays in cold storage at least. */
  coldDays: 90,
  /** Longest retention, in days. */
  retentionDays: 36_500,
  /** Shortest retention in an air-gapped vault, in days. */
  airGappedDays: 7,
  /** Shortest time in which a lock in compliance mode can still be taken back, in days. */
  graceDays: 3,
} as const;

const day = 24 * 60;

/** Says everything that AWS, or a word's own promise, has against a tier table. */
export function tierProblems(tiers: Readonly<Record<Criticality, BackupTier>>): readonly Problem[] {
  return [
    ...criticalities.flatMap((word) => [
      ...unless(
        rulesOf(tiers[word]).length > 0,
        ["tiers", word, "rules"],
        tiers[word].rules,
        "one rule at least",
      ),
      ...rulesOf(tiers[word]).flatMap((rule) => ruleProblems(word, rule)),
      ...promiseProblems(word, tiers[word]),
    ]),
    ...orderProblems(tiers),
    ...restoreTestProblems(tiers),
  ];
}

function ruleProblems(word: Criticality, rule: NamedRule): readonly Problem[] {
  const path = ["tiers", word, "rules", rule.name];
  const continuous = rule.name === "continuous";
  return [
    ...amount([...path, "keepDays"], rule.keepDays, {
      from: rule.airGapped ? backupLimits.airGappedDays : 1,
      to: continuous ? backupLimits.continuousDays : backupLimits.retentionDays,
      what: continuous ? "days that AWS keeps a continuous backup" : "days",
    }),
    ...coldProblems([...path, "coldAfterDays"], rule),
    ...unless(
      !continuous || !(rule.copied || rule.airGapped),
      [...path, rule.copied ? "copied" : "airGapped"],
      true,
      "false: what is copied of a continuous backup is a snapshot, which the daily rule makes",
    ),
  ];
}

function coldProblems(path: Problem["path"], rule: NamedRule): readonly Problem[] {
  const { name, keepDays, coldAfterDays: cold } = rule;
  if (cold === undefined) return [];
  const latest = keepDays - backupLimits.coldDays;
  if (name === "continuous") {
    return unless(false, path, cold, "nothing: a continuous backup never moves to cold storage");
  }
  return unless(
    Number.isInteger(cold) && cold >= 1 && cold <= latest,
    path,
    cold,
    `days that leave ${backupLimits.coldDays} more of the ${keepDays} in cold storage, 1 to ${latest}`,
  );
}

/** What is promised has to be possible by the rules: a copy in the other Region as often as the target says. */
function promiseProblems(word: Criticality, tier: BackupTier): readonly Problem[] {
  const copiedDaily = tier.rules.daily?.copied === true;
  return [
    ...unless(
      tier.rpoMinutes >= day || tier.rules.continuous !== undefined,
      ["tiers", word, "rules", "continuous"],
      undefined,
      `a continuous backup: nothing else keeps a target of ${tier.rpoMinutes} minutes`,
    ),
    ...unless(
      tier.rpoMinutes > day || copiedDaily,
      ["tiers", word, "rules", "daily", "copied"],
      tier.rules.daily?.copied,
      `true: a target of ${tier.rpoMinutes} minutes outlives no Region without a copy a day`,
    ),
  ];
}

/** Retention never falls as criticality rises, rule by rule. */
function orderProblems(tiers: Readonly<Record<Criticality, BackupTier>>): readonly Problem[] {
  return criticalities.slice(1).flatMap((lower, index) => {
    const higher = criticalities[index] ?? lower;
    return ruleNames.flatMap((name) => {
      const least = tiers[lower].rules[name]?.keepDays ?? 0;
      const given = tiers[higher].rules[name]?.keepDays ?? 0;
      const path = ["tiers", higher, "rules", name, "keepDays"];
      return unless(given >= least, path, given, `at least the ${least} days of ${lower}`);
    });
  });
}

/**
 * Restore tests of two words never begin in the same hours, whatever the day: what they make would count against the same quotas,
 * and the time that one takes would be the other's, too.
 */
function restoreTestProblems(tiers: Readonly<Record<Criticality, BackupTier>>): readonly Problem[] {
  const tests = criticalities.flatMap((word) => {
    const test = tiers[word].restoreTest;
    return test === undefined ? [] : [{ word, ...test }];
  });
  return tests.flatMap(({ word, startHour, windowHours }, position) => {
    const path = ["tiers", word, "restoreTest"];
    const meets = tests
      .slice(0, position)
      .find(
        (other) =>
          hoursUntil(other.startHour, startHour) < other.windowHours ||
          hoursUntil(startHour, other.startHour) < windowHours,
      );
    return [
      ...amount([...path, "startHour"], startHour, { from: 0, to: 23, what: "an hour of the day" }),
      ...amount([...path, "windowHours"], windowHours, { from: 1, to: 168, what: "hours" }),
      ...unless(
        meets === undefined,
        [...path, "startHour"],
        startHour,
        `an hour whose window does not meet that of ${meets?.word ?? ""}, ${meets?.startHour ?? 0}:00 and ` +
          `${meets?.windowHours ?? 0} hours on`,
      ),
    ];
  });
}

function hoursUntil(from: number, to: number): number {
  return (to - from + 24) % 24;
}
