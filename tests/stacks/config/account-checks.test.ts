import * as assert from "node:assert/strict";

import { account, mistakes, parse, paths } from "./sample-configuration";

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

describe("telemetry that an account shares", () => {
  const refused = (sharing: object): readonly string[] =>
    paths(mistakes({ ...account, "platform:sharing": sharing }));
  const sink = "arn:aws:oam:eu-west-1:444455556666:sink/1";

  it("names other accounts and their sinks, in Regions of the account", () => {
    parse({ ...account, "platform:sharing": {} });
    parse({
      ...account,
      "platform:sharing": { receives: { "eu-west-1": ["444455556666"] }, sends: { "eu-west-1": [sink] } },
    });
    assert.deepEqual(refused({ receives: { "eu-west-1": ["111122223333"] } }), [
      "platform:sharing.receives.eu-west-1[0]",
    ]);
    assert.deepEqual(refused({ sends: { "eu-central-1": [sink], "us-east-1": [sink] } }), [
      "platform:sharing.sends.eu-central-1[0]",
      "platform:sharing.sends.us-east-1",
      "platform:sharing.sends.us-east-1[0]",
    ]);
    assert.deepEqual(refused({ receives: { "moon-1": ["444455556666"] } }), [
      "platform:sharing.receives.moon-1",
    ]);
  });
});
