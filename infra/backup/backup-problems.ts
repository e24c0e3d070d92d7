import { amount, unless } from "../core/checks";
import { criticalities } from "../core/criticality";
import { logRetentionDays } from "../core/log-retention";
import { environmentMistake } from "../core/names";
import type { Problem } from "../core/problem";
import { isRegion, partitionOf, regions } from "../core/region";
import { vaultName } from "./backup-names";
import type { BackupArgs } from "./backup-args";
import { mostReplicated, replicatedSubjects } from "./replicated-subjects";
import { minuteOfDay, refusedStarts } from "./schedule";
import { backupLimits, tierProblems } from "./tier-problems";
import { backupTiers, type BackupTier } from "./tiers";
import type { ComplianceLock } from "./vault-lock";

/** Says everything for which the backup layer cannot be built as asked; empty where all is fine. */
export function backupProblems(args: BackupArgs): readonly Problem[] {
  const scope = scopeProblems(args);
  return [
    ...scope,
    ...subjectProblems(args),
    ...replicationProblems(args),
    ...tierProblems(args.tiers ?? backupTiers),
    ...sizeProblems(args),
    // Locks are confirmed by names of vaults, and there are none in a scope that cannot be.
    ...(scope.length > 0 ? [] : lockProblems(args)),
  ];
}

function scopeProblems({ scope }: BackupArgs): readonly Problem[] {
  const mistake = environmentMistake(scope.environment);
  return [
    ...unless(mistake === undefined, ["scope", "environment"], scope.environment, mistake ?? ""),
    ...unless(/^\d{12}$/.test(scope.accountId), ["scope", "accountId"], scope.accountId, "twelve digits"),
    ...unless(isRegion(scope.region), ["scope", "region"], scope.region, `a Region: ${regions.join(", ")}`),
  ];
}

function subjectProblems({ subjects }: BackupArgs): readonly Problem[] {
  const words: readonly string[] = criticalities;
  return subjects.flatMap(({ kind, name, criticality }, position) => {
    const first = subjects.findIndex((other) => other.kind === kind && other.name === name);
    return [
      ...unless(
        words.includes(criticality),
        ["subjects", position, "criticality"],
        criticality,
        `a word of criticality: ${words.join(", ")}`,
      ),
      ...unless(
        first === position,
        ["subjects", position, "name"],
        name,
        `a name that no other ${kind} has; subjects[${first}] has it`,
      ),
    ];
  });
}

/** Words that are no criticality are judged where they stand. */
function replicationProblems({ subjects, tiers = backupTiers }: BackupArgs): readonly Problem[] {
  const words: readonly string[] = criticalities;
  const worded = subjects.filter(({ criticality }) => words.includes(criticality));
  const count = replicatedSubjects(worded, tiers).length;
  return unless(
    count <= mostReplicated,
    ["subjects"],
    count,
    `at most ${mostReplicated} database instances whose word stands by in the other Region: AWS replicates no more`,
  );
}

function sizeProblems({ scope, sizes, databaseWindows }: BackupArgs): readonly Problem[] {
  const days: readonly number[] = logRetentionDays;
  return [
    ...copyRegionProblems(scope.region, sizes.copyRegion),
    ...unless(
      /^[\w+=,.@-]{1,64}$/.test(sizes.breakGlassRole),
      ["sizes", "breakGlassRole"],
      sizes.breakGlassRole,
      "the name of a role: 1 to 64 letters, digits and _ + = , . @ -",
    ),
    ...amount(["sizes", "keyDeletionWindowDays"], sizes.keyDeletionWindowDays, {
      from: 7,
      to: 30,
      what: "days",
    }),
    ...unless(
      days.includes(sizes.logRetentionDays),
      ["sizes", "logRetentionDays"],
      sizes.logRetentionDays,
      `days that CloudWatch Logs offers: ${days.join(", ")}`,
    ),
    ...startProblems(sizes.startTime, databaseWindows),
  ];
}

function copyRegionProblems(home: string, copy: string): readonly Problem[] {
  const path = ["sizes", "copyRegion"];
  if (!isRegion(copy)) return unless(false, path, copy, `a Region: ${regions.join(", ")}`);
  return [
    ...unless(copy !== home, path, copy, `a Region other than the environment's own, ${home}`),
    ...unless(
      !isRegion(home) || partitionOf(home) === partitionOf(copy),
      path,
      copy,
      `a Region of the same partition as ${home}: backups are not copied between partitions`,
    ),
  ];
}

function startProblems(startTime: string, windows: BackupArgs["databaseWindows"]): readonly Problem[] {
  const path = ["sizes", "startTime"];
  if (minuteOfDay(startTime) === undefined) {
    return unless(false, path, startTime, "hh:mm in UTC, such as 05:00");
  }
  const refused = refusedStarts(startTime, windows);
  return unless(
    refused.length === 0,
    path,
    startTime,
    `a time from which no rule (now: ${refused.join(", ")}) starts when databases refuse it: from an hour before ` +
      `${windows.backupWindow}, and in ${windows.maintenanceWindow}`,
  );
}

function lockProblems(args: BackupArgs): readonly Problem[] {
  const tiers: Readonly<Record<string, BackupTier>> = args.tiers ?? backupTiers;
  return Object.entries(args.sizes.complianceLocks).flatMap(([word, lock]) => {
    const locked = criticalities.filter((known) => tiers[known]?.locked === true);
    const known = locked.find((own) => own === word);
    if (known === undefined) {
      const path = ["sizes", "complianceLocks", word];
      return unless(false, path, lock, `a word whose vault has a lock: ${locked.join(", ")}`);
    }
    return complianceProblems(vaultName(args.scope, "home", known), word, lock);
  });
}

function complianceProblems(vault: string, word: string, lock: ComplianceLock): readonly Problem[] {
  const path = ["sizes", "complianceLocks", word];
  return [
    ...unless(
      lock.confirm === vault,
      [...path, "confirm"],
      lock.confirm,
      `the vault's own name, "${vault}", by which you confirm that nobody will ever take its lock back`,
    ),
    ...amount([...path, "graceDays"], lock.graceDays, {
      from: backupLimits.graceDays,
      to: backupLimits.retentionDays,
      what: "days in which the lock can still be taken back",
    }),
  ];
}
