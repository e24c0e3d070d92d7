import * as assert from "node:assert/strict";

import { tiers } from "../../../infra/core/placement";

describe("tiers", () => {
  it("stay in their order, on which addresses depend", () => {
    assert.deepEqual(tiers, ["public", "app", "data", "endpoints"]);
  });
});
