import * as assert from "node:assert/strict";

import { renderJson } from "../../../preview/report/json";
import { networkResult } from "./fixture";

describe("the JSON document", () => {
  it("is the whole result and ends with a line feed", () => {
    const text = renderJson(networkResult());
    assert.deepEqual(JSON.parse(text), networkResult());
    assert.ok(text.endsWith("}\n"));
  });
});
