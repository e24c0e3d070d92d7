import * as assert from "node:assert/strict";

import { backupLimits, tierProblems } from "../../../infra/backup/tier-problems";
import { backupTiers, isCopied, ruleNames, rulesOf } from "../../../infra/backup/tiers";
import { hasContinuousBackup } from "../../../infra/core/continuous-backup";
import { criticalities, type Criticality } from "../../../infra/core/criticality";

describe("the table of tiers", () => {
  it("asks nothing of AWS that it refuses, and keeps its own promises", () => {
    assert.deepEqual(tierProblems(backupTiers), []);
  });

  it("says of every word the other layers' part, too: what can be set back to any second", () => {
    for (const each of criticalities) {
      assert.equal(backupTiers[each].rules.continuous !== undefined, hasContinuousBackup(each), each);
    }
  });

  it("asks less of a recovery as criticality falls", () => {
    criticalities.slice(1).forEach((lower, index) => {
      const higher = backupTiers[criticalities[index] ?? lower];
      assert.ok(higher.rpoMinutes < backupTiers[lower].rpoMinutes, lower);
      assert.ok((higher.rtoMinutes ?? Infinity) < (backupTiers[lower].rtoMinutes ?? Infinity), lower);
    });
  });

  it("does more for each word than for the next lower one, and never less in anything", () => {
    const perYear = { weekly: 52, monthly: 12, quarterly: 4 };
    const recoveries = ["none", "restore-from-copy", "pilot-light", "active-passive"];
    const severities = ["digest", "ticket", "page-in-hours", "page"];
    const done = (each: Criticality): readonly number[] => {
      const { restoreTest, recovery, severity, locked, rules } = backupTiers[each];
      const all = rulesOf(backupTiers[each]);
      return [
        ...ruleNames.flatMap((name) => {
          const { keepDays = 0, copied = false, airGapped = false, scan } = rules[name] ?? {};
          return [keepDays, Number(copied), Number(airGapped), Number(scan !== undefined)];
        }),
        all.length,
        Number(locked),
        restoreTest === undefined ? 0 : perYear[restoreTest.frequency],
        recoveries.indexOf(recovery),
        severities.indexOf(severity),
      ];
    };
    criticalities.slice(1).forEach((lower, index) => {
      const more = done(criticalities[index] ?? lower);
      const less = done(lower);
      more.forEach((amount, part) => {
        assert.ok(amount >= (less[part] ?? 0), `${lower}: part ${part}`);
      });
      assert.notDeepEqual(more, less, lower);
    });
  });

  it("does all that there is for what is critical, and only what is cheap for what is low", () => {
    const { critical, low } = backupTiers;
    const snapshots = rulesOf(critical).filter(({ name }) => name !== "continuous");
    assert.deepEqual(
      rulesOf(critical).map(({ name }) => name),
      ruleNames,
    );
    for (const { name, copied } of snapshots) assert.ok(copied, name);
    assert.deepEqual(
      snapshots.filter(({ airGapped }) => airGapped).map(({ name, scan }) => [name, scan]),
      [
        ["daily", "INCREMENTAL_SCAN"],
        ["monthly", "FULL_SCAN"],
      ],
    );
    assert.deepEqual(
      [low.locked, low.restoreTest, isCopied(low), rulesOf(low).length],
      [false, undefined, false, 1],
    );
    for (const each of ["high", "standard"] as const) {
      assert.ok(backupTiers[each].locked && backupTiers[each].restoreTest !== undefined, each);
      assert.ok((backupTiers[each].rules.continuous?.keepDays ?? 0) >= 7, each);
    }
    assert.equal(backupTiers.high.rules.monthly?.scan, "FULL_SCAN");
  });

  it("has cold what is kept for a year or longer, where it saves money, and nothing else", () => {
    for (const each of criticalities)
      for (const { name, keepDays, coldAfterDays } of rulesOf(backupTiers[each]))
        assert.equal(coldAfterDays !== undefined, keepDays >= 365, `${each} ${name}`);
  });

  it("lets a word promise a day or less only with copies in another Region", () => {
    for (const each of criticalities)
      assert.equal(backupTiers[each].rpoMinutes <= 24 * 60, isCopied(backupTiers[each]), each);
    assert.equal(backupLimits.continuousDays, 35);
  });
});
