import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { callOrder, type Calls } from "../../../infra/compute/call-order";

const names = ["a", "b", "c", "d", "e", "f"];
const calls = fc
  .array(fc.subarray(names), { minLength: names.length, maxLength: names.length })
  .map((callees): Calls =>
    Object.fromEntries(names.map((name, position) => [name, callees[position] ?? []])),
  );

describe("the order of calls", () => {
  it("puts whoever is called before its callers", () => {
    fc.assert(
      fc.property(calls, (given) => {
        const { order } = callOrder(given);
        for (const name of order) {
          for (const callee of given[name] ?? []) assert.ok(order.indexOf(callee) < order.indexOf(name));
        }
        assert.equal(new Set(order).size, order.length);
      }),
    );
  });

  it("leaves names out exactly where there is a circle, and names real circles only", () => {
    fc.assert(
      fc.property(calls, (given) => {
        const { order, circles } = callOrder(given);
        assert.equal(order.length < names.length, circles.length > 0);
        for (const circle of circles) {
          circle.forEach((name, position) => {
            const next = circle[(position + 1) % circle.length];
            assert.ok(next !== undefined && given[name]?.includes(next) === true);
          });
        }
      }),
    );
  });

  it("passes over callees that are none of its names", () => {
    assert.deepEqual(callOrder({ web: ["elsewhere"] }), { order: ["web"], circles: [] });
  });
});
