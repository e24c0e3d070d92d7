import * as assert from "node:assert/strict";
import { secondsOf } from "../../../preview/engine/goal";

describe("durations of custom timeouts", () => {
  it("are counted in seconds", () => {
    assert.equal(secondsOf("1h30m"), 5400);
    assert.equal(secondsOf("1.5s"), 1.5);
    assert.equal(secondsOf("500ms"), 0.5);
  });

  it("are nothing when they are left out", () => {
    assert.equal(secondsOf(undefined), 0);
    assert.equal(secondsOf(""), 0);
  });
});
