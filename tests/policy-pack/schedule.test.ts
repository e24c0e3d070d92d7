import * as assert from "node:assert/strict";

import { longestPause } from "../../policy-pack/aws/schedule";

const pauses = (...schedules: readonly string[]): readonly unknown[] => schedules.map(longestPause);

describe("a schedule", () => {
  it("pauses for as long as its rate says", () => {
    assert.deepEqual(pauses("rate(1 day)", "rate(12 hours)", "rate(30 minutes)"), [24, 12, 0.5]);
  });

  it("pauses for the longest time between two of its hours", () => {
    assert.deepEqual(
      pauses("cron(0 5 ? * * *)", "cron(0 0,6 * * ? *)", "cron(0 0/8 * * ? *)", "cron(15 * * * ? *)"),
      [24, 18, 8, 1],
    );
  });

  it("pauses for the longest time between two of its days", () => {
    assert.deepEqual(
      pauses(
        "cron(0 5 ? * SUN *)",
        "cron(0 5 ? * MON-FRI *)",
        "cron(0 5 ? * 1-7 *)",
        "cron(0 5 ? * MON,THU *)",
      ),
      [168, 72, 24, 96],
    );
  });

  it("runs on days that are named, counted or taken in steps", () => {
    assert.deepEqual(pauses("cron(0 5 ? * SUN,2 *)", "cron(0 5 ? * */2 *)"), [144, 48]);
  });

  it("pauses for a month or a year at most", () => {
    assert.deepEqual(
      pauses("cron(0 5 1 * ? *)", "cron(0 5 ? * 2#1 *)", "cron(0 5 1 1 ? *)"),
      [744, 744, 8784],
    );
  });

  it("is not every text", () => {
    assert.deepEqual(pauses("daily", "cron(0 5 * *)", "rate(often)", "cron(0 noon * * ? *)"), [
      ...Array.from({ length: 4 }, () => undefined),
    ]);
    assert.deepEqual(pauses("cron(0 5,noon * * ? *)", "cron(0 6-3 * * ? *)"), [
      ...Array.from({ length: 2 }, () => undefined),
    ]);
  });
});
