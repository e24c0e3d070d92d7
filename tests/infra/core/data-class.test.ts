import * as assert from "node:assert/strict";

import { dataClasses } from "../../../infra/core/data-class";

describe("the class of data", () => {
  it("is one of four words, from what anybody may see to what hardly anybody may", () => {
    assert.deepEqual(dataClasses, ["public", "internal", "confidential", "restricted"]);
  });
});
