import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { fargateCpus, fargateMemories } from "../../../infra/compute/fargate-sizes";
import { SimulatedAws } from "../../../simulator";

const settings = { region: "eu-west-1", accountId: "111122223333", defaultTags: {}, allowedAccountIds: [] };
const type = "aws:ecs/taskDefinition:TaskDefinition";

async function isOffered(cpu: number, memory: number): Promise<boolean> {
  const urn = `urn:pulumi:dev::lab::${type}::task`;
  const inputs = {
    family: "task",
    containerDefinitions: '[{"name":"a"}]',
    requiresCompatibilities: ["FARGATE"],
    cpu: String(cpu),
    memory: String(memory),
  };
  return new SimulatedAws().create({ urn, type, inputs, settings, preview: false }).then(
    () => true,
    () => false,
  );
}

describe("Fargate's sizes", () => {
  it("lie between two and eight GiB of memory for each vCPU, on whole steps of 512 MiB", () => {
    for (const cpu of fargateCpus) {
      const memories = fargateMemories(cpu);
      assert.equal(memories[0], cpu * 2);
      assert.ok(memories.every((memory) => memory % 512 === 0 && memory <= cpu * 8));
      assert.deepEqual(
        [...memories].sort((one, other) => one - other),
        [...new Set(memories)],
      );
    }
  });

  it("are none for any other CPU size", () => {
    fc.assert(
      fc.property(fc.integer(), (cpu) => {
        fc.pre(!fargateCpus.includes(cpu));
        assert.deepEqual(fargateMemories(cpu), []);
      }),
    );
  });

  it("are those that simulated AWS accepts", async () => {
    const pair = fc.tuple(fc.constantFrom(...fargateCpus), fc.integer({ min: 1, max: 240 }));
    await fc.assert(
      fc.asyncProperty(pair, async ([cpu, halfGib]) => {
        const memory = halfGib * 512;
        assert.equal(fargateMemories(cpu).includes(memory), await isOffered(cpu, memory));
      }),
      { numRuns: 60 },
    );
  });
});
