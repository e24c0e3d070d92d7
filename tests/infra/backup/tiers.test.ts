import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { backupLimits, tierProblems } from "../../../infra/backup/tier-problems";
import {
  type BackupTier,
  backupTiers,
  isCopied,
  retentionRange,
  ruleNames,
  rulesOf,
} from "../../../infra/backup/tiers";
import { lockSettings } from "../../../infra/backup/vault-lock";
import { hasContinuousBackup } from "../../../infra/core/continuous-backup";
import { criticalities, type Criticality } from "../../../infra/core/criticality";

const word = fc.constantFrom(...criticalities);

const rule = fc.record(
  {
    keepDays: fc.integer({ min: 1, max: 4000 }),
    coldAfterDays: fc.integer({ min: 1, max: 4000 }),
    copied: fc.boolean(),
    airGapped: fc.boolean(),
  },
  { requiredKeys: ["keepDays", "copied", "airGapped"] },
);
const anyTier: fc.Arbitrary<BackupTier> = fc
  .record({
    rules: fc.dictionary(fc.constantFrom(...ruleNames), rule, { minKeys: 1 }),
    rpoMinutes: fc.integer({ min: 5, max: 10_000 }),
    locked: fc.boolean(),
  })
  .map((drawn) => ({ ...backupTiers.standard, ...drawn }));
const anyTable = fc.record({ critical: anyTier, high: anyTier, standard: anyTier, low: anyTier });

/** The table with one word changed. */
const changed = (which: Criticality, rules: BackupTier["rules"]): typeof backupTiers => ({
  ...backupTiers,
  [which]: { ...backupTiers[which], rules: { ...backupTiers[which].rules, ...rules } },
});

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

  it("has no problem exactly where AWS's rules hold for every rule, in any table", () => {
    fc.assert(
      fc.property(anyTable, (tiers) => {
        const refused = criticalities.some((each) =>
          rulesOf(tiers[each]).some(
            ({ name, keepDays, coldAfterDays: cold, airGapped }) =>
              (name === "continuous" && (keepDays > 35 || cold !== undefined)) ||
              (cold !== undefined && cold + 90 > keepDays) ||
              (airGapped && keepDays < 7),
          ),
        );
        const found = tierProblems(tiers).filter(({ path }) => path.includes("rules"));
        if (refused) assert.ok(found.length > 0);
      }),
    );
  });

  it("never keeps less of what is more critical, where it has no problem", () => {
    fc.assert(
      fc.property(anyTable, (tiers) => {
        const falls = ruleNames.some((name) =>
          criticalities
            .slice(1)
            .some(
              (lower, index) =>
                (tiers[criticalities[index] ?? lower].rules[name]?.keepDays ?? 0) <
                (tiers[lower].rules[name]?.keepDays ?? 0),
            ),
        );
        if (falls) assert.ok(tierProblems(tiers).some(({ allowed }) => allowed.startsWith("at least")));
      }),
    );
  });

  it("has locks that contain the retention of every rule, whatever the rules", () => {
    fc.assert(
      fc.property(anyTier, (tier) => {
        const { minRetentionDays, maxRetentionDays } = retentionRange(tier);
        for (const { keepDays } of rulesOf(tier)) {
          assert.ok(minRetentionDays <= keepDays && keepDays <= maxRetentionDays);
        }
        assert.equal(lockSettings(tier, undefined) === undefined, !tier.locked);
        assert.equal(lockSettings(tier, undefined)?.changeableForDays, undefined);
      }),
    );
  });

  it("names rule, value and what is allowed", () => {
    const daily = { copied: true, airGapped: false };
    assert.deepEqual(
      tierProblems(
        changed("critical", {
          continuous: { keepDays: 36, copied: true, airGapped: false },
          monthly: { ...daily, keepDays: 395, coldAfterDays: 306 },
        }),
      ),
      [
        {
          path: ["tiers", "critical", "rules", "continuous", "keepDays"],
          given: "36",
          allowed: "days that AWS keeps a continuous backup, 1 to 35",
        },
        {
          path: ["tiers", "critical", "rules", "continuous", "copied"],
          given: "true",
          allowed: "false: what is copied of a continuous backup is a snapshot, which the daily rule makes",
        },
        {
          path: ["tiers", "critical", "rules", "monthly", "coldAfterDays"],
          given: "306",
          allowed: "days that leave 90 more of the 395 in cold storage, 1 to 305",
        },
      ],
    );
    assert.deepEqual(
      tierProblems(changed("standard", { daily: { ...daily, copied: false, keepDays: 35 } })).map(
        ({ path, allowed }) => [path.join("."), allowed],
      ),
      [
        [
          "tiers.standard.rules.daily.copied",
          "true: a target of 1440 minutes outlives no Region without a copy a day",
        ],
      ],
    );
  });

  it("lets a word promise a day or less only with copies in another Region", () => {
    fc.assert(
      fc.property(word, (each) => {
        if (backupTiers[each].rpoMinutes <= 24 * 60) assert.ok(isCopied(backupTiers[each]));
      }),
    );
    assert.equal(backupLimits.continuousDays, 35);
  });
});
