import * as assert from "node:assert/strict";

import { backupTiers } from "../../../infra/backup/settings";
import { failure, mistakes, only, paths, workload } from "./sample-configuration";

const backup = workload["platform:backup"];
const wrong = (differences: object, more: object = {}): ReturnType<typeof mistakes> =>
  mistakes({ ...workload, ...more, "platform:backup": { ...backup, ...differences } });

describe("how backups are kept", () => {
  it("is with copies in any Region but the stack's own", () => {
    const mistake = only(wrong({ copyRegion: "eu-west-1" }));
    assert.deepEqual(mistake.path, ["platform:backup", "copyRegion"]);
    assert.equal(mistake.allowed, "a Region other than the environment's own, eu-west-1");
    assert.equal(mistake.nearest, undefined);
  });

  it("is with a lock for ever only where its vault is named", () => {
    const lock = { graceDays: 14 };
    assert.deepEqual(paths(wrong({ complianceLocks: { critical: lock } })), [
      "platform:backup.complianceLocks.critical.confirm",
    ]);
    const mistake = only(wrong({ complianceLocks: { critical: { ...lock, confirm: "prod-critical" } } }));
    assert.match(mistake.allowed, /"dev-critical", by which you confirm that nobody/);
    assert.deepEqual(paths(wrong({ complianceLocks: { low: { ...lock, confirm: "dev-low" } } })), [
      "platform:backup.complianceLocks.low",
    ]);
    assert.deepEqual(paths(wrong({ complianceLocks: { critical: { confirm: "yes", graceDays: 1 } } })), [
      "platform:backup.complianceLocks.critical.confirm",
      "platform:backup.complianceLocks.critical.graceDays",
    ]);
  });

  it("is with locks of which none hides another's mistake", () => {
    const complianceLocks = {
      critical: { confirm: "yes", graceDays: 14 },
      high: { graceDays: 14 },
      low: { confirm: "dev-low", graceDays: 14 },
      vital: { confirm: "dev-vital", graceDays: 14 },
    };
    assert.deepEqual(paths(wrong({ complianceLocks })), [
      "platform:backup.complianceLocks.critical.confirm",
      "platform:backup.complianceLocks.high.confirm",
      "platform:backup.complianceLocks.low",
      "platform:backup.complianceLocks.vital",
    ]);
    for (const nothing of ["critical", 3, null, [{ confirm: "dev-critical", graceDays: 14 }]])
      assert.deepEqual(paths(wrong({ complianceLocks: nothing })), ["platform:backup.complianceLocks"]);
  });

  it("is by a table of tiers that AWS accepts, judged before anything is built", () => {
    const { rules, restoreTest } = backupTiers.high;
    const before = { ...backupTiers.high };
    const continuous = { keepDays: 40, copied: false, airGapped: false };
    Object.assign(backupTiers.high, {
      rules: { ...rules, continuous },
      restoreTest: { ...restoreTest, startHour: 14 },
    });
    try {
      const error = failure(workload);
      assert.deepEqual(paths(error.mistakes), [
        "critical.rules.continuous.keepDays",
        "high.restoreTest.startHour",
        "high.rules.continuous.keepDays",
      ]);
      assert.match(
        error.message,
        /infra\/backup\/tiers\.ts: high\.rules\.continuous\.keepDays\n +given: +40\n/,
      );
    } finally {
      Object.assign(backupTiers.high, before);
    }
  });

  it("is at times that databases accept", () => {
    const mistake = only(wrong({ startTime: "00:15" }));
    assert.deepEqual(mistake.path, ["platform:backup", "startTime"]);
    assert.match(mistake.allowed, /from an hour before 01:00-02:00, and in sun:03:00-sun:04:00/);
  });

  it("is told with everything else that is wrong, all at once", () => {
    const found = wrong(
      { protect: "yes", copyRegion: "eu-west-1", keyDeletionWindowDays: 3, vaults: 4 },
      { "platform:environment": "Dev" },
    );
    assert.deepEqual(paths(found), [
      "platform:backup.copyRegion",
      "platform:backup.keyDeletionWindowDays",
      "platform:backup.protect",
      "platform:backup.vaults",
      "platform:environment",
    ]);
  });
});
