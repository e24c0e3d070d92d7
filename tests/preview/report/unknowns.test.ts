import * as assert from "node:assert/strict";

import { countUnknowns, unknownsByType } from "../../../preview/report/unknowns";
import { resource } from "./fixture";

describe("the unknown values", () => {
  it("are counted at every depth", () => {
    assert.equal(
      countUnknowns({ a: "[unknown]", b: ["[unknown]", { c: "[unknown]", d: null }], e: "known" }),
      3,
    );
  });

  it("are summed by type, the most first, without types that have none", () => {
    const inputs = { a: "[unknown]" };
    const resources = [
      resource({ type: "a:b:One", name: "1", inputs }),
      resource({ type: "a:b:Two", name: "2", inputs }),
      resource({ type: "a:b:Two", name: "3", inputs }),
      resource({ type: "a:b:Known", name: "4" }),
    ];
    assert.deepEqual(unknownsByType(resources), [
      { type: "a:b:Two", resources: 2, values: 2 },
      { type: "a:b:One", resources: 1, values: 1 },
    ]);
  });
});
