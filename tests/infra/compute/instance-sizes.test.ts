import * as assert from "node:assert/strict";

import { instanceFamilies, instanceSize } from "../../../infra/compute/instance-sizes";

describe("instance types", () => {
  it("are read as AWS lists them", () => {
    assert.deepEqual(instanceSize("m7g.large"), { architecture: "arm64", vcpu: 2, memoryGib: 8 });
    assert.deepEqual(instanceSize("r8g.16xlarge"), { architecture: "arm64", vcpu: 64, memoryGib: 512 });
    assert.deepEqual(instanceSize("c7i.xlarge"), { architecture: "x86_64", vcpu: 4, memoryGib: 8 });
    assert.deepEqual(instanceSize("t4g.small"), { architecture: "arm64", vcpu: 2, memoryGib: 2 });
    assert.deepEqual(instanceSize("c6g.medium"), { architecture: "arm64", vcpu: 1, memoryGib: 2 });
  });

  it("are refused where a family or size is not known", () => {
    for (const wrong of [
      "",
      "m7g",
      "m7g.",
      "m7g.huge",
      "m7i.medium",
      "p5.48xlarge",
      "m7g.large.x",
      "m1.large",
    ]) {
      assert.equal(instanceSize(wrong), undefined, wrong);
    }
  });

  it("double their processors and memory with each size", () => {
    for (const family of instanceFamilies) {
      const [large, extra] = [instanceSize(`${family}.xlarge`), instanceSize(`${family}.2xlarge`)];
      assert.ok(large !== undefined && extra !== undefined, family);
      assert.deepEqual([extra.vcpu, extra.memoryGib], [2 * large.vcpu, 2 * large.memoryGib]);
    }
  });
});
