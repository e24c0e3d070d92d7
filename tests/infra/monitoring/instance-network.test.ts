import * as assert from "node:assert/strict";

import { instanceFamilies, instanceSize } from "../../../infra/compute/instance-sizes";
import { classProblems } from "../../../infra/monitoring/class-facts";
import { networkBaseline } from "../../../infra/monitoring/instance-network";
import { samples } from "./things";

const words = [
  ...["nano", "micro", "small", "medium", "large", "xlarge"],
  ...["2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"],
];

describe("what instances carry at all times", () => {
  it("is known of every type that a fleet may have, and grows with its size", () => {
    for (const family of instanceFamilies) {
      const types = words
        .map((word) => `${family}.${word}`)
        .filter((type) => instanceSize(type) !== undefined);
      assert.ok(types.length > 5, family);
      const carried = types.map((type) => networkBaseline(type));
      assert.ok(
        carried.every(
          (bytes, position) => (bytes ?? 0) > (position === 0 ? 0 : (carried[position - 1] ?? 0)),
        ),
        `${family}: ${carried.join()}`,
      );
    }
  });

  it("is what AWS's tables say", () => {
    // Gbit/s of the baseline, as an eighth of them are bytes.
    const known = { "t4g.nano": 0.032, "m6g.large": 0.75, "m7g.xlarge": 1.875, "r7i.4xlarge": 6.25 };
    for (const [type, gigabits] of Object.entries(known)) {
      assert.equal(networkBaseline(type), gigabits * 125_000_000, type);
    }
  });

  it("is no guess where a type is in no table", () => {
    for (const type of ["z9.large", "m7g.huge", "m7g", "m7g.large.more", "m7g.constructor"]) {
      assert.equal(networkBaseline(type), undefined, type);
    }
    const { fleet } = samples;
    const strange = { ...fleet, sizes: { ...fleet.sizes, instanceType: "z9.large" } };
    assert.deepEqual(
      classProblems(["subjects", 0, "sizes"], strange).map(({ path }) => path.join(".")),
      ["subjects.0.sizes.instanceType"],
    );
    assert.deepEqual(classProblems(["subjects", 0, "sizes"], fleet), []);
  });
});
