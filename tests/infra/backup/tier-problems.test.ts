import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { tierProblems } from "../../../infra/backup/tier-problems";
import {
  type BackupTier,
  backupTiers,
  type NamedRule,
  retentionRange,
  ruleNames,
  rulesOf,
} from "../../../infra/backup/tiers";
import { lockSettings } from "../../../infra/backup/vault-lock";
import { criticalities, type Criticality } from "../../../infra/core/criticality";

const word = fc.constantFrom(...criticalities);

/** Days, often at a bound of AWS's or next to it. */
const days = fc.oneof(
  fc.integer({ min: 1, max: 4000 }),
  fc.constantFrom(0, 1, 6, 7, 34, 35, 36, 89, 90, 91, 125, 126, 36_500, 36_501),
);
const rule = fc.record(
  {
    keepDays: days,
    coldAfterDays: days,
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

/** When AWS refuses a field of a rule, by its documentation. */
const refusedBy: Readonly<Record<string, (rule: NamedRule) => boolean>> = {
  keepDays: ({ name, keepDays, airGapped }) =>
    keepDays < (airGapped ? 7 : 1) || keepDays > (name === "continuous" ? 35 : 36_500),
  coldAfterDays: ({ name, keepDays, coldAfterDays: cold }) =>
    cold !== undefined && (name === "continuous" || cold < 1 || cold + 90 > keepDays),
  copied: ({ name, copied }) => name === "continuous" && copied,
  airGapped: ({ name, copied, airGapped }) => name === "continuous" && airGapped && !copied,
};

const refusals = (rule: NamedRule): readonly string[] =>
  Object.entries(refusedBy).flatMap(([field, isRefused]) => (isRefused(rule) ? [field] : []));

describe("a table of tiers", () => {
  it("has no problem with its rules exactly where AWS has none, in any table", () => {
    fc.assert(
      fc.property(anyTable, (tiers) => {
        const refused = criticalities.flatMap((each) =>
          rulesOf(tiers[each]).flatMap((one) => refusals(one).map((field) => `${each} ${one.name} ${field}`)),
        );
        const found = tierProblems(tiers).flatMap(({ path: [, each, part, name, field], allowed }) =>
          part !== "rules" || field === undefined || /^at least|^true:/.test(allowed)
            ? []
            : [`${String(each)} ${String(name)} ${String(field)}`],
        );
        assert.deepEqual(found, refused);
      }),
    );
  });

  it("has a rule in every word, and those without which its promise is none", () => {
    fc.assert(
      fc.property(word, anyTier, (each, tier) => {
        const { continuous, daily } = tier.rules;
        const found = tierProblems({ ...backupTiers, [each]: tier }).map(({ path }) => path.join("."));
        const at = (part: string): boolean => found.includes(`tiers.${each}.rules.${part}`);
        assert.equal(at("continuous"), tier.rpoMinutes < 24 * 60 && continuous === undefined);
        assert.equal(at("daily.copied"), tier.rpoMinutes <= 24 * 60 && daily?.copied !== true);
      }),
    );
    const empty = { ...backupTiers, low: { ...backupTiers.low, rules: {} } };
    assert.deepEqual(
      tierProblems(empty).map(({ path }) => path.join(".")),
      ["tiers.low.rules"],
    );
  });

  it("has restore tests whose hours are none of another word's, in any table", () => {
    const test = fc.record({
      frequency: fc.constantFrom("weekly" as const, "monthly" as const, "quarterly" as const),
      startHour: fc.integer({ min: -1, max: 24 }),
      windowHours: fc.integer({ min: 0, max: 13 }),
    });
    const none = { restoreTest: undefined };
    const hours = ({ startHour, windowHours }: { startHour: number; windowHours: number }): number[] =>
      Array.from({ length: windowHours }, (_, hour) => (startHour + hour) % 24);
    fc.assert(
      fc.property(test, test, (one, other) => {
        const found = tierProblems({
          critical: { ...backupTiers.critical, restoreTest: one },
          high: { ...backupTiers.high, restoreTest: other },
          standard: { ...backupTiers.standard, ...none },
          low: { ...backupTiers.low, ...none },
        }).map(({ path, allowed }) => `${path.slice(1).join(".")} ${/meet/.exec(allowed)?.[0] ?? ""}`);
        const impossible = (["critical", "high"] as const).flatMap((each) => {
          const { startHour, windowHours } = each === "critical" ? one : other;
          return [
            ...(startHour < 0 || startHour > 23 ? [`${each}.restoreTest.startHour `] : []),
            ...(windowHours < 1 ? [`${each}.restoreTest.windowHours `] : []),
          ];
        });
        for (const mistake of impossible) assert.ok(found.includes(mistake), mistake);
        if (impossible.length > 0) return;
        const meets = hours(one).some((hour) => hours(other).includes(hour));
        assert.deepEqual(found, meets ? ["high.restoreTest.startHour meet"] : []);
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
        const told = tierProblems(tiers).some(({ allowed }) => allowed.startsWith("at least"));
        assert.equal(told, falls);
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

  it("has locks that contain the retention of every rule, whatever the rules", () => {
    fc.assert(
      fc.property(anyTier, (tier) => {
        const { minRetentionDays, maxRetentionDays } = retentionRange(tier);
        const kept = rulesOf(tier).map(({ keepDays }) => keepDays);
        for (const keepDays of kept) assert.ok(minRetentionDays <= keepDays && keepDays <= maxRetentionDays);
        // No wider than that: what nobody asked for is refused.
        assert.ok(kept.includes(minRetentionDays) && kept.includes(maxRetentionDays));
        assert.equal(lockSettings(tier, undefined) === undefined, !tier.locked);
        assert.equal(lockSettings(tier, undefined)?.changeableForDays, undefined);
      }),
    );
  });
});
