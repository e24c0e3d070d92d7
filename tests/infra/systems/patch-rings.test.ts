import * as assert from "node:assert/strict";

import fc from "fast-check";

import { approvalDays, lastRingOf, windowSchedule } from "../../../infra/systems/patch-rings";
import type { Patching } from "../../../infra/systems/systems-args";
import { systemsArgs } from "./arguments";

const { rings } = systemsArgs.patching;

const patching = fc.record({
  severeAfterDays: fc.nat({ max: 30 }),
  otherAfterDays: fc.nat({ max: 90 }),
  rings: fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 8 }).map((soaks) =>
    soaks.map((soakDays, position) => ({
      environment: `e${position}`,
      region: "eu-west-1" as const,
      soakDays,
      window: "tue:03:00-tue:06:00",
    })),
  ),
});

describe("rings of patching", () => {
  it("get what closes a severe hole a week after its release in prod, and all else after two", () => {
    assert.deepEqual(approvalDays(systemsArgs.patching), [
      { severe: 0, other: 7 },
      { severe: 3, other: 10 },
      { severe: 7, other: 14 },
      { severe: 7, other: 14 },
    ]);
  });

  it("never get a patch before the ring before them has had it for its days", () => {
    fc.assert(
      fc.property(patching, (given: Pick<Patching, "otherAfterDays" | "rings" | "severeAfterDays">) => {
        const days = approvalDays(given);
        assert.equal(days.length, given.rings.length);
        assert.deepEqual(days[0], { severe: given.severeAfterDays, other: given.otherAfterDays });
        const soaks = given.rings.slice(0, -1).map(({ soakDays }) => soakDays);
        for (const kind of ["severe", "other"] as const) {
          const waits = days.slice(1).map((ring, position) => ring[kind] - (days[position]?.[kind] ?? 0));
          assert.deepEqual(waits, soaks);
        }
      }),
    );
  });

  it("leave instances without a ring to the one that waits longest in their Region", () => {
    assert.equal(lastRingOf(rings, "eu-west-1")?.environment, "prod");
    assert.equal(lastRingOf(rings, "eu-central-1")?.environment, "dr");
    assert.equal(lastRingOf(rings, "us-east-1"), undefined);
  });
});

describe("a ring's window", () => {
  it("begins at its minute, and lasts its hours over midnight and the end of the week", () => {
    assert.deepEqual(windowSchedule("tue:03:00-tue:06:00"), {
      schedule: "cron(0 3 ? * TUE *)",
      duration: 3,
      cutoff: 1,
    });
    assert.deepEqual(windowSchedule("sun:23:30-mon:02:30"), {
      schedule: "cron(30 23 ? * SUN *)",
      duration: 3,
      cutoff: 1,
    });
  });

  it("is none where it is not of whole hours, or leaves no hour for what began before the cutoff", () => {
    assert.ok(windowSchedule("tue:03:00-tue:05:00"));
    assert.equal(windowSchedule("tue:03:00-tue:05:30"), undefined);
    assert.equal(windowSchedule("tue:03:00-tue:04:00"), undefined);
    assert.equal(windowSchedule("sometimes"), undefined);
  });
});
