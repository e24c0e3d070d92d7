import * as assert from "node:assert/strict";

import { type Declaration, ofFamily } from "../../../infra/core/declarations";

const flow: Declaration = {
  family: "flow",
  from: { kind: "tier", tier: "app" },
  to: { kind: "tier", tier: "data" },
  protocol: "tcp",
  port: 5432,
  encryption: { kind: "tls" },
};
const answers: Declaration = {
  family: "answers",
  practices: ["REL02-BP03"],
  by: "network",
  how: "Half of the range is reserved.",
};
const quotaUse: Declaration = { family: "quotaUse", serviceCode: "vpc", quotaCode: "L-F678F1CE", count: 1 };

describe("declarations", () => {
  it("are picked by family, in the order they were made", () => {
    const second: Declaration = { ...quotaUse, count: 2 };
    assert.deepEqual(ofFamily([quotaUse, flow, second, answers], "quotaUse"), [quotaUse, second]);
    assert.deepEqual(ofFamily([flow, answers], "backedUp"), []);
  });
});
