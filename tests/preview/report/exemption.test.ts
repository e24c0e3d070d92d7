import * as assert from "node:assert/strict";

import { describeExemption, readExemption } from "../../../preview/report/exemption";

describe("an exemption", () => {
  it("is told with its reason, owner and last day", () => {
    const exemption = { reason: "legacy", owner: "team", expires: "2027-01-01", control: "A-1" };
    assert.deepEqual(readExemption(exemption), { reason: "legacy", owner: "team", expires: "2027-01-01" });
    assert.equal(describeExemption(exemption), "legacy (team, until 2027-01-01)");
  });

  it("is shown as it is where a pack describes it in another way", () => {
    assert.equal(describeExemption("because"), "because");
    assert.equal(describeExemption({ ticket: 12 }), '{"ticket":12}');
    assert.equal(describeExemption({ reason: "alone" }), "alone");
  });
});
