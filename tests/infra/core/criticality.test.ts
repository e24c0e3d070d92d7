import * as assert from "node:assert/strict";

import { criticalities } from "../../../infra/core/criticality";

describe("criticality", () => {
  it("is one of four words, from what the business cannot do without to what it can", () => {
    assert.deepEqual(criticalities, ["critical", "high", "standard", "low"]);
  });
});
