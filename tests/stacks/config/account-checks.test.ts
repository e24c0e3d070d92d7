import * as assert from "node:assert/strict";

import { account, mistakes, paths } from "./sample-configuration";

describe("an account's action on its budget", () => {
  const action = { percent: 100, environments: ["dev"] };
  const refused = (differences: object, more: object = {}): readonly string[] =>
    paths(
      mistakes({
        ...account,
        ...more,
        "platform:cost": { ...account["platform:cost"], action: { ...action, ...differences } },
      }),
    );

  it("stops environments that the CI system deploys, and no others", () => {
    assert.deepEqual(refused({ environments: ["dev", "lab"] }), ["platform:cost.action.environments[1]"]);
    const people = { ...account["platform:identity"], ci: undefined };
    assert.deepEqual(refused({}, { "platform:identity": people }), ["platform:cost.action.environments[0]"]);
  });

  it("takes no other word for who approves", () => {
    assert.deepEqual(refused({ approval: "nobody" }), ["platform:cost.action.approval"]);
  });
});
