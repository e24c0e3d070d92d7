import * as assert from "node:assert/strict";
import * as fc from "fast-check";

import { fargateCpus, fargateMemories } from "../../../infra/compute/fargate-sizes";
import { rightSize, type TaskSize } from "../../../infra/compute/settings";

const offers = fargateCpus.flatMap((cpu) => fargateMemories(cpu).map((memoryMib) => ({ cpu, memoryMib })));
const anySize: fc.Arbitrary<TaskSize> = fc.constantFrom(...offers);
const anyUse = fc.record({
  cpuPercent: fc.double({ min: 0.1, max: 100, noNaN: true }),
  memoryPercent: fc.double({ min: 0.1, max: 100, noNaN: true }),
});

describe("the right size of a task", () => {
  it("is half of one that uses a quarter of its CPU and little memory", () => {
    // 256 units used are 60 % of 427: Fargate's next size is 512. 819 MiB used are 75 % of 1092: its next is 2048.
    assert.deepEqual(rightSize({ cpu: 1024, memoryMib: 4096 }, { cpuPercent: 25, memoryPercent: 20 }), {
      cpu: 512,
      memoryMib: 2048,
    });
  });

  it("is larger where scaling would have no room left", () => {
    assert.deepEqual(rightSize({ cpu: 256, memoryMib: 512 }, { cpuPercent: 100, memoryPercent: 95 }), {
      cpu: 512,
      memoryMib: 1024,
    });
  });

  it("is one that Fargate offers, and enough unless it is the largest", () => {
    fc.assert(
      fc.property(anySize, anyUse, (size, use) => {
        const right = rightSize(size, use);
        assert.ok(fargateMemories(right.cpu).includes(right.memoryMib));
        const largest = offers.at(-1);
        const fits =
          right.cpu * 0.6 >= (size.cpu * use.cpuPercent) / 100 - 1e-6 &&
          right.memoryMib * 0.75 >= (size.memoryMib * use.memoryPercent) / 100 - 1e-6;
        assert.ok(fits || (right.cpu === largest?.cpu && right.memoryMib === largest.memoryMib));
      }),
    );
  });

  it("is as small as it can be: no offer with less of one and no more of the other is enough", () => {
    fc.assert(
      fc.property(anySize, anyUse, (size, use) => {
        const right = rightSize(size, use);
        const smaller = offers.filter(
          ({ cpu, memoryMib }) =>
            cpu <= right.cpu && memoryMib <= right.memoryMib && cpu + memoryMib < right.cpu + right.memoryMib,
        );
        for (const { cpu, memoryMib } of smaller) {
          const enough =
            cpu * 0.6 >= (size.cpu * use.cpuPercent) / 100 + 1e-6 &&
            memoryMib * 0.75 >= (size.memoryMib * use.memoryPercent) / 100 + 1e-6;
          assert.ok(!enough, `${cpu} ${memoryMib}`);
        }
      }),
    );
  });
});
