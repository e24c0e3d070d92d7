import * as assert from "node:assert/strict";

import { backupProblems } from "../../../infra/backup/settings";
import { backupTiers } from "../../../infra/backup/tiers";
import { backupArgs, build, largeArgs } from "./built";

const [first] = backupArgs.subjects;
assert.ok(first !== undefined);

describe("what is wrong with backups", () => {
  it("is nothing in the samples", () => {
    assert.deepEqual([...backupProblems(backupArgs), ...backupProblems(largeArgs)], []);
  });

  it("is told all at once, before anything is registered, each with path, value and what is allowed", async () => {
    const wrong = {
      ...backupArgs,
      // A word that the type does not have, as a program without types would say it.
      subjects: [...backupArgs.subjects, first, { ...first, name: "x", criticality: "vital" as "low" }],
      sizes: {
        ...backupArgs.sizes,
        copyRegion: "eu-west-1" as const,
        startTime: "00:30",
        breakGlassRole: "break glass",
        keyDeletionWindowDays: 5,
        logRetentionDays: 31 as 30,
        complianceLocks: {
          critical: { confirm: "prod-critical", graceDays: 1 },
          low: { confirm: "dev-low", graceDays: 3 },
        },
      },
    };
    const found = backupProblems(wrong).map(({ path, given }) => [path.join("."), given]);
    assert.deepEqual(found, [
      ["subjects.4.name", '"sales"'],
      ["subjects.5.criticality", '"vital"'],
      ["sizes.copyRegion", '"eu-west-1"'],
      ["sizes.breakGlassRole", '"break glass"'],
      ["sizes.keyDeletionWindowDays", "5"],
      ["sizes.logRetentionDays", "31"],
      ["sizes.startTime", '"00:30"'],
      ["sizes.complianceLocks.critical.confirm", '"prod-critical"'],
      ["sizes.complianceLocks.critical.graceDays", "1"],
      ["sizes.complianceLocks.low", '{"confirm":"dev-low","graceDays":3}'],
    ]);
    await assert.rejects(build(wrong), /backup "backup": 10 mistakes in its arguments/);
  });

  it("is a copy to another partition, or to no Region", () => {
    const to = (copyRegion: string): string[] =>
      backupProblems({
        ...backupArgs,
        sizes: { ...backupArgs.sizes, copyRegion: copyRegion as "eu-central-1" },
      }).map(({ allowed }) => allowed.split(":")[0] ?? "");
    assert.deepEqual(to("cn-north-1"), ["a Region of the same partition as eu-west-1"]);
    assert.deepEqual(to("europe"), ["a Region"]);
  });

  it("is a table of tiers that AWS refuses", () => {
    const continuous = { keepDays: 40, copied: false, airGapped: false };
    const tiers = {
      ...backupTiers,
      critical: { ...backupTiers.critical, rules: { ...backupTiers.critical.rules, continuous } },
    };
    assert.deepEqual(
      backupProblems({ ...backupArgs, tiers }).map(({ path }) => path.join(".")),
      ["tiers.critical.rules.continuous.keepDays"],
    );
  });
});
