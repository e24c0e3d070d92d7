import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  acceptableBacklog,
  backlogParts,
  runningInstances,
  runningTasks,
  scaleInCooldownSeconds,
  scaleOutCooldownSeconds,
} from "../../../infra/compute/scaling";

describe("scaling", () => {
  it("waits longer before it takes away than before it adds", () => {
    assert.ok(scaleInCooldownSeconds >= 3 * scaleOutCooldownSeconds);
  });

  it("calculates one result, from parts that are there", () => {
    for (const running of [runningTasks("cluster", "orders"), runningInstances("dev-workshop")]) {
      const parts = backlogParts("dev-orders-quote-accepted", running);
      const results = parts.filter(({ returnData }) => returnData);
      assert.equal(results.length, 1);
      const expression = results.map((part) => ("expression" in part ? part.expression : "")).join("");
      for (const part of parts) if ("metric" in part) assert.ok(expression.includes(part.id));
    }
  });

  it("lets a backlog grow with the objective, and always lets one message wait", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_209_600 }), (seconds) => {
        assert.ok(acceptableBacklog(seconds) >= 1);
        assert.ok(acceptableBacklog(seconds) <= acceptableBacklog(seconds + 1));
      }),
    );
  });
});
