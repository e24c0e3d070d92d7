import * as assert from "node:assert/strict";

import { account, mistakes, only, paths, stackValues, workload } from "./sample-configuration";

describe("the address plan", () => {
  it("holds no two ranges that overlap", () => {
    const plan = { ...stackValues["platform:addressPlan"], office: "10.22.128.0/20" };
    const mistake = only(mistakes({ ...workload, "platform:addressPlan": plan }));
    assert.deepEqual(mistake.path, ["platform:addressPlan", "office"]);
    assert.match(mistake.allowed, /that of prod, 10\.22\.0\.0\/16/);
  });

  it("is refused for a malformed range, and for a malformed name", () => {
    const found = mistakes({
      ...workload,
      "platform:addressPlan": { dev: "10.20.0.0/16", Office: "10.0.0.0/20", b: "x" },
    });
    assert.deepEqual(paths(found), ["platform:addressPlan.Office", "platform:addressPlan.b"]);
  });
});

describe("an environment's name", () => {
  for (const name of ["dev-eu", "Dev", "aws", "averylongname1"]) {
    it(`is not ${name}`, () => {
      const found = mistakes({ ...account, "platform:environment": name });
      assert.deepEqual(paths(found), ["platform:environment"]);
    });
  }
});

describe("an account's guarded Regions", () => {
  it("hold the stack's own, and none twice", () => {
    const protection = { ...account["platform:protection"], regions: ["eu-central-1", "eu-central-1"] };
    const found = mistakes({ ...account, "platform:protection": protection });
    assert.deepEqual(paths(found), ["platform:protection.regions", "platform:protection.regions[1]"]);
  });
});
