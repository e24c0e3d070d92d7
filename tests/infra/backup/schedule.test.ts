import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  completionWindowMinutes,
  minuteOfDay,
  refusedStarts,
  scheduleOf,
  startOf,
  startWindowMinutes,
} from "../../../infra/backup/schedule";
import { ruleNames } from "../../../infra/backup/tiers";

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
const time = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(clock);

describe("when backups start", () => {
  it("is at times that do not meet, so that AWS makes each rule's own backup", () => {
    fc.assert(
      fc.property(time, (startTime) => {
        const starts = ruleNames.map((name) => startOf(name, startTime)).sort((one, other) => one - other);
        const last = (starts.at(-1) ?? 0) + startWindowMinutes - (starts[0] ?? 0);
        assert.ok(last <= 24 * 60);
        starts.slice(1).forEach((start, index) => {
          assert.ok(start >= (starts[index] ?? 0) + startWindowMinutes);
        });
      }),
    );
  });

  it("leaves each job more time than its start may take, as AWS requires", () => {
    assert.ok(completionWindowMinutes >= startWindowMinutes + 60);
  });

  it("is written as AWS reads it", () => {
    assert.deepEqual(
      ruleNames.map((name) => scheduleOf(name, "05:00")),
      [
        "cron(0 11 * * ? *)",
        "cron(0 5 * * ? *)",
        "cron(30 6 ? * SUN *)",
        "cron(0 8 1 * ? *)",
        "cron(30 9 1 1 ? *)",
      ],
    );
    assert.equal(scheduleOf("yearly", "20:00"), "cron(30 0 1 1 ? *)");
  });

  it("is never when databases refuse it", () => {
    const windows = { backupWindow: "01:00-02:00", maintenanceWindow: "sun:03:00-sun:04:00" };
    assert.deepEqual(refusedStarts("05:00", windows), []);
    assert.deepEqual(refusedStarts("00:00", windows), ["daily", "weekly", "monthly"]);
    assert.deepEqual(refusedStarts("03:30", windows), ["daily"]);
    assert.deepEqual(refusedStarts("23:00", windows), ["weekly", "yearly"]);
  });

  it("is refused for every time that falls into a window", () => {
    fc.assert(
      fc.property(time, fc.integer({ min: 0, max: 22 * 60 }), (startTime, from) => {
        const windows = {
          backupWindow: `${clock(from)}-${clock(from + 60)}`,
          maintenanceWindow: "sun:03:00-sun:04:00",
        };
        const start = minuteOfDay(startTime) ?? 0;
        const falls = start >= from && start < from + 60;
        if (falls) assert.ok(refusedStarts(startTime, windows).includes("daily"));
      }),
    );
  });

  it("takes no time that is none", () => {
    for (const text of ["5:00", "24:00", "05:60", "", "05:00:00"]) assert.equal(minuteOfDay(text), undefined);
  });
});
