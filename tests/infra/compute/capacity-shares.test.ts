import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { capacityShares, mostSpotPercent, tasksAtMost } from "../../../infra/compute/capacity-shares";

const percent = fc.integer({ min: 0, max: mostSpotPercent });
const count = fc.integer({ min: 1, max: 500 });

describe("shares of capacity", () => {
  it("keep the minimum on capacity that stays, and give it a part of the rest", () => {
    fc.assert(
      fc.property(count, percent, (minimum, spotPercent) => {
        const [stays, spot] = capacityShares(minimum, spotPercent);
        assert.ok(stays !== undefined && spot !== undefined);
        assert.equal(stays.base, minimum);
        assert.equal(spot.base, undefined);
        assert.ok(stays.weight >= 1);
        assert.equal(stays.weight + spot.weight, 100);
      }),
    );
  });

  it("add up to all tasks, and never count fewer than there may be", () => {
    fc.assert(
      fc.property(count, fc.nat(500), percent, (minimum, more, spotPercent) => {
        const { onDemand, spot } = tasksAtMost(minimum, minimum + more, spotPercent);
        assert.ok(onDemand >= minimum);
        assert.ok(onDemand + spot >= minimum + more && onDemand + spot <= minimum + more + 1);
      }),
    );
  });
});
