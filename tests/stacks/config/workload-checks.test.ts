import * as assert from "node:assert/strict";

import { mistakes, network, networkMistake, only, parse, paths, workload } from "./sample-configuration";

describe("the network's range", () => {
  const cidrs: readonly (readonly [why: string, cidr: string, allowed: RegExp])[] = [
    ["that is no range", "10.20.0.0", /prefix length/],
    ["that is not aligned", "10.20.1.0/16", /begins where its prefix says: 10\.20\.0\.0\/16/],
    ["that is too small for its tiers", "10.20.0.0/24", /or larger/],
    ["that is larger than AWS allows", "10.0.0.0/8", /\/16 to \/28/],
    ["of public addresses", "52.0.0.0/16", /private addresses/],
    ["that containers use", "172.17.0.0/16", /does not overlap 172\.17\.0\.0\/16/],
    ["of IPv6", "fd00::/56", /IPv4/],
  ];
  for (const [why, cidr, allowed] of cidrs) {
    it(`is refused where it is one ${why}`, () => {
      const found = mistakes({
        ...workload,
        "platform:addressPlan": { dev: "10.0.0.0/8" },
        "platform:network": { ...network, cidr },
      });
      assert.deepEqual([...new Set(paths(found))], ["platform:network.cidr"]);
      assert.ok(
        found.some((mistake) => allowed.test(mistake.allowed)),
        JSON.stringify(found),
      );
    });
  }

  it("has to lie where the address plan sets addresses aside for the environment", () => {
    assert.match(
      networkMistake({ cidr: "10.22.0.0/16" }).allowed,
      /platform:addressPlan\.dev sets aside: 10\.20/,
    );
    const elsewhere = only(mistakes({ ...workload, "platform:environment": "test" }));
    assert.match(elsewhere.allowed, /none yet/);
  });

  it("of a tier has to lie inside the network's, apart from other tiers", () => {
    const tierBlocks = {
      app: "10.20.64.0/19",
      data: "10.20.80.0/20",
      public: "10.21.0.0/21",
      endpoints: "10.20.0.0/21",
    };
    const found = mistakes({ ...workload, "platform:network": { ...network, tierBlocks } });
    assert.deepEqual(paths(found), [
      "platform:network.tierBlocks.data",
      "platform:network.tierBlocks.public",
    ]);
  });
});

describe("the network's zones", () => {
  const [first, second, third] = network.zones;

  it("are not named twice, neither by id nor by name", () => {
    const found = mistakes({
      ...workload,
      "platform:network": { ...network, zones: [first, second, { ...third, id: "euw1-az1" }, second] },
    });
    assert.deepEqual(paths(found), [
      "platform:network.zones[2].id",
      "platform:network.zones[3].id",
      "platform:network.zones[3].name",
    ]);
  });

  it("are zones of the stack's Region", () => {
    const mistake = networkMistake({ zones: [first, { ...second, id: "euw1-az9" }] });
    assert.match(mistake.allowed, /euw1-az1, euw1-az2, euw1-az3/);
    assert.equal(networkMistake({ zones: [first, { ...second, name: "eu-west-2b" }] }).given, '"eu-west-2b"');
  });

  it("are at least two", () => {
    assert.match(networkMistake({ zones: [first] }).allowed, /a list, 2 to 6/);
  });
});

describe("the stack whose place another one takes", () => {
  it("is not that one itself, nor what is no name of a stack", () => {
    const { "platform:environment": own } = workload as Readonly<Record<string, unknown>>;
    const itself = only(mistakes({ ...workload, "platform:standsInFor": own }));
    assert.deepEqual(paths([itself]), ["platform:standsInFor"]);
    assert.match(itself.allowed, /another stack than/);
    const nameless = only(mistakes({ ...workload, "platform:standsInFor": "acme/prod" }));
    assert.match(nameless.allowed, /the name of another stack of this project, such as prod/);
  });
});

describe("game days", () => {
  const day = { day: "tuesday", week: 1, time: "10:00", timezone: "UTC" };
  const holding = (gameDays: object, more: object = {}) => ({
    ...workload,
    ...more,
    "platform:operations": { ...workload["platform:operations"], gameDays },
  });
  const refused = (...given: Parameters<typeof holding>): readonly string[] =>
    paths(mistakes(holding(...given)));
  const at = "platform:operations.gameDays";

  it("are accepted where nobody depends on the environment, and refused at a time that there is not", () => {
    parse(holding({ experiments: { "lose-task": day } }));
    assert.deepEqual(refused({ experiments: { "lose-task": { ...day, time: "10" } } }), [
      `${at}.experiments.lose-task.time`,
    ]);
    assert.deepEqual(refused({ experiments: { "lose-everything": day } }), [
      `${at}.experiments.lose-everything`,
    ]);
    assert.deepEqual(refused({ experiments: { "lose-task": { ...day, day: "someday" } } }), [
      `${at}.experiments.lose-task.day`,
    ]);
  });

  it("need the environment's name where the business depends on it", () => {
    const important = { "platform:criticality": "critical" };
    assert.deepEqual(refused({ experiments: { "lose-task": day } }, important), [`${at}.confirm`]);
    parse(holding({ experiments: { "lose-task": day }, confirm: "dev" }, important));
  });

  it("are not judged by a name or a word that is wrong itself", () => {
    assert.deepEqual(refused({ experiments: { "lose-task": day } }, { "platform:criticality": "utmost" }), [
      "platform:criticality",
    ]);
  });
});
