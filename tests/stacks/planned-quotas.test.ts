import * as assert from "node:assert/strict";

import * as planned from "../../stacks/quota-plan.json";
import { previewedStack, stacks } from "./program";

describe("the committed plan of quotas", function () {
  this.timeout(240_000);
  it("holds what every environment uses as it is configured now; npm run generate writes it", async () => {
    const now: Record<string, unknown> = {};
    for (const stack of stacks.filter((name) => name !== "account")) {
      const [, outputs] = await previewedStack(stack);
      now[stack] = "quotaUse" in outputs ? outputs.quotaUse : undefined;
    }
    assert.deepEqual(now, planned.environments);
  });
});
