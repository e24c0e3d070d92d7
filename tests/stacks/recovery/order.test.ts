import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { type Dependencies, recoveryOrder } from "../../../stacks/recovery/order";

const name = fc.constantFrom("a", "b", "c", "d", "e", "f", "g");
const anything: fc.Arbitrary<Dependencies> = fc.dictionary(name, fc.array(name, { maxLength: 4 }));

/** Whether one thing needs another, directly or not. */
function reaches(needs: Dependencies, from: string, to: string, seen = new Set<string>()): boolean {
  return (needs[from] ?? [])
    .filter((next) => Object.hasOwn(needs, next) && !seen.has(next))
    .some((next) => next === to || reaches(needs, next, to, seen.add(next)));
}

describe("the order of recovery", () => {
  it("holds everything exactly once", () => {
    fc.assert(
      fc.property(anything, (needs) => {
        assert.deepEqual(recoveryOrder(needs).flat().sort(), Object.keys(needs).sort());
      }),
    );
  });

  it("brings nothing up before what it needs, save what needs it in turn", () => {
    fc.assert(
      fc.property(anything, (needs) => {
        const stages = recoveryOrder(needs);
        const stageOf = (thing: string): number => stages.findIndex((stage) => stage.includes(thing));
        for (const [thing, direct] of Object.entries(needs)) {
          for (const other of direct.filter((known) => Object.hasOwn(needs, known))) {
            if (reaches(needs, other, thing)) assert.equal(stageOf(other), stageOf(thing));
            else assert.ok(stageOf(other) < stageOf(thing), `${other} after ${thing}`);
          }
        }
      }),
    );
  });

  it("has no stage without a reason: each but the first holds something that needs the one before", () => {
    fc.assert(
      fc.property(anything, (needs) => {
        const stages = recoveryOrder(needs);
        stages.slice(1).forEach((stage, index) => {
          const before = stages[index] ?? [];
          assert.ok(stage.some((thing) => before.some((other) => reaches(needs, thing, other))));
        });
      }),
    );
  });

  it("is right for what needs one another", () => {
    const needs = { web: ["orders"], orders: ["stock", "db"], stock: ["orders", "db"], db: [] };
    assert.deepEqual(recoveryOrder(needs), [["db"], ["orders", "stock"], ["web"]]);
  });
});
