import * as assert from "node:assert/strict";

import fc from "fast-check";

import {
  dailyWindow,
  timesOverlap,
  weeklyWindow,
  weekMinutes,
  type WeeklyTime,
} from "../../../infra/core/windows";

const time = fc.record({
  start: fc.integer({ min: 0, max: weekMinutes - 1 }),
  minutes: fc.integer({ min: 1, max: 24 * 60 }),
});

/** Minutes of a week that a time takes, one by one. */
const minutesOf = ({ start, minutes }: WeeklyTime): Set<number> =>
  new Set(Array.from({ length: minutes }, (_, minute) => (start + minute) % weekMinutes));

describe("a window of a day or a week", () => {
  it("overlaps another one exactly where they share a minute", () => {
    fc.assert(
      fc.property(time, time, (one, other) => {
        const taken = minutesOf(one);
        const shared = [...minutesOf(other)].some((minute) => taken.has(minute));
        assert.equal(timesOverlap(one, other), shared);
      }),
    );
  });

  it("may go over midnight and over the end of the week", () => {
    assert.deepEqual(dailyWindow("23:30-00:30")?.[6], { start: 6 * 1440 + 1410, minutes: 60 });
    assert.deepEqual(weeklyWindow("sun:23:00-mon:01:00"), { start: 6 * 1440 + 1380, minutes: 120 });
    assert.equal(
      dailyWindow("23:30-00:30")?.some((daily) => timesOverlap(daily, { start: 0, minutes: 60 })),
      true,
    );
  });

  it("comes back every day of the week", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), (day) => {
        const weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][day] ?? "";
        const maintenance = weeklyWindow(`${weekday}:01:30-${weekday}:02:30`);
        assert.ok(maintenance !== undefined);
        assert.equal(dailyWindow("01:00-02:00")?.filter((time) => timesOverlap(time, maintenance)).length, 1);
        assert.equal(dailyWindow("02:30-03:30")?.filter((time) => timesOverlap(time, maintenance)).length, 0);
      }),
    );
  });

  it("lasts an hour at least, and one of maintenance a day at most", () => {
    assert.equal(dailyWindow("01:00-01:59"), undefined);
    assert.ok(dailyWindow("01:00-02:00"));
    assert.equal(weeklyWindow("sun:03:00-sun:03:59"), undefined);
    assert.ok(weeklyWindow("sun:03:00-mon:03:00"));
    assert.equal(weeklyWindow("sun:03:00-mon:03:01"), undefined);
  });

  for (const wrong of ["", "1:00-2:00", "24:00-25:00", "01:00", "01:00-01:00", "sun:01:00-sun:02:00"]) {
    it(`is not ${JSON.stringify(wrong)}`, () => {
      assert.equal(dailyWindow(wrong), undefined);
    });
  }

  for (const wrong of [
    "",
    "Sun:03:00-Sun:04:00",
    "sunday:03:00-sunday:04:00",
    "03:00-04:00",
    "sun:03:00-04:00",
  ]) {
    it(`of maintenance is not ${JSON.stringify(wrong)}`, () => {
      assert.equal(weeklyWindow(wrong), undefined);
    });
  }
});
