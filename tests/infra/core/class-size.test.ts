import * as assert from "node:assert/strict";

import { classSize } from "../../../infra/core/class-size";

describe("the size of an instance class", () => {
  const known = [
    ["db", "db.t4g.medium", 2, 4],
    ["db", "db.m7g.large", 2, 8],
    ["db", "db.r8g.xlarge", 4, 32],
    ["db", "db.r6gd.16xlarge", 64, 512],
    ["db", "db.x2g.2xlarge", 8, 128],
    ["db", "db.x2iedn.xlarge", 4, 128],
    ["cache", "cache.t4g.micro", 2, 1],
    ["cache", "cache.r7g.large", 2, 16],
  ] as const;
  for (const [service, name, vcpu, memoryGib] of known) {
    it(`follows the rules of its family: ${name}`, () => {
      assert.deepEqual(classSize(service, name), { vcpu, memoryGib });
    });
  }

  for (const name of [
    "db.serverless",
    "cache.r7g.large",
    "r7g.large",
    "db.q1.large",
    "db.r7g.huge",
    "db.t4g.metal",
    "db.r99g.large",
    "db.m1.large",
  ]) {
    it(`is not known of ${name} as a database's`, () => {
      assert.equal(classSize("db", name), undefined);
    });
  }
});
