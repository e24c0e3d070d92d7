import * as assert from "node:assert/strict";

import { failure, mistakes, network, networkMistake, only, paths, workload } from "./sample-configuration";

describe("an unknown key", () => {
  it("of the project is refused, with the key that was probably meant", () => {
    const mistake = only(mistakes({ ...workload, "platform:ownr": "me" }));
    assert.equal(mistake.nearest, "platform:owner");
    assert.match(mistake.allowed, /platform:owner/);
  });

  it("of the AWS provider is refused with the reason", () => {
    const mistake = only(mistakes({ ...workload, "aws:defaultTags": { tags: { a: "b" } } }));
    assert.equal(
      mistake.allowed,
      "aws:region, aws:allowedAccountIds, aws:profile; resources use one explicit provider, which honours no other",
    );
  });

  it("among words that are fixed is refused with the words", () => {
    const lock = { confirm: "dev-critical", graceDays: 14 };
    const complianceLocks = { critcal: lock };
    const mistake = only(
      mistakes({ ...workload, "platform:backup": { ...workload["platform:backup"], complianceLocks } }),
    );
    assert.deepEqual([mistake.allowed, mistake.nearest], ["critical, high, standard, low", "critical"]);
  });

  it("of another namespace is refused", () => {
    assert.equal(only(mistakes({ ...workload, "gcp:project": "p" })).given, "an unknown key");
  });

  it("deep inside is refused where it stands", () => {
    const zones = [...network.zones.slice(0, 2), { id: "euw1-az3", name: "eu-west-1c", nmae: "x" }];
    assert.deepEqual(networkMistake({ zones }).path, ["platform:network", "zones", 2, "nmae"]);
    assert.equal(networkMistake({ zones }).nearest, "name");
  });
});

describe("a secret", () => {
  it("is refused for a value that would be shown, and never shown itself", () => {
    const error = failure({ ...workload, "platform:owner": "hunter2" }, ["platform:owner"]);
    assert.equal(only(error.mistakes).given, "[secret]");
    assert.doesNotMatch(error.message, /hunter2/);
  });

  it("is not shown when it is not even a known key, or inside a wrong value, or the program's name", () => {
    const error = failure(
      { ...workload, "platform:pasword": "hunter2", "platform:network": { ...network, nat: "hunter2" } },
      ["platform:pasword", "platform:network"],
    );
    assert.deepEqual(paths(error.mistakes), ["platform:network", "platform:pasword"]);
    assert.doesNotMatch(error.message, /hunter2/);
    const program = failure({ ...workload, "platform:program": "hunter2" }, ["platform:program"]);
    assert.doesNotMatch(program.message, /hunter2/);
  });
});

describe("a wrong type", () => {
  it("is refused with what was given, for text, numbers, lists and groups", () => {
    assert.equal(networkMistake({ nat: 1 }).given, "1");
    assert.equal(networkMistake({ endpoints: { groups: ["containers"], zones: "one" } }).given, '"one"');
    assert.equal(networkMistake({ zones: "euw1-az1" }).given, '"euw1-az1"');
    assert.equal(networkMistake({ protect: "yes" }).allowed, "true, false");
    assert.equal(only(mistakes({ ...workload, "platform:network": "small" })).given, '"small"');
  });

  it("of an account id is the number that YAML reads without quotes", () => {
    const mistake = only(mistakes({ ...workload, "aws:allowedAccountIds": [111122223333] }));
    assert.equal(mistake.given, "111122223333");
    assert.equal(mistake.allowed, "twelve digits in quotes");
  });

  it("of the accounts is more than one", () => {
    const mistake = only(
      mistakes({ ...workload, "aws:allowedAccountIds": ["111122223333", "444455556666"] }),
    );
    assert.match(mistake.allowed, /exactly one account id/);
  });
});

describe("a missing value", () => {
  it("is refused, at the top and deep inside", () => {
    const found = mistakes({
      ...workload,
      "aws:region": undefined,
      "platform:network": { ...network, traffic: { internetGbPerMonth: 1 } },
    });
    assert.deepEqual(paths(found), ["aws:region", "platform:network.traffic.awsServicesGbPerMonth"]);
    for (const { given } of found) assert.equal(given, "nothing");
  });
});
