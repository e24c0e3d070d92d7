import * as assert from "node:assert/strict";
import { assignedAttributes, assignedBeyond, unknownAttributes } from "../../simulator/attributes";
import { InstalledSdk } from "../../simulator/installed-sdk";
import { RESOURCE_TYPES } from "../../simulator/resource-types";
import type { Created } from "../../simulator/resource-types/definition";
import { knowledgeOf } from "../../simulator/type-knowledge";
import { UNKNOWN } from "../../simulator/wire";

const sdk = new InstalledSdk(process.cwd());

function created(type: string): Created {
  return {
    urn: `urn:pulumi:dev::lab::${type}::main`,
    type,
    logicalName: "main",
    id: "id-1",
    inputs: { name: "main" },
    settings: { region: "eu-west-1", accountId: "123456789012", defaultTags: {}, allowedAccountIds: [] },
    generation: 0,
    world: { resources: [], generations: new Map() },
  };
}

describe("simulator/attributes", () => {
  for (const type of RESOURCE_TYPES.keys()) {
    it(`gives ${type} every attribute that the SDK says is always there`, () => {
      const knowledge = knowledgeOf(sdk, type);
      const { inputs } = created(type);
      const attributes = assignedAttributes(created(type), knowledge);
      const missing = [...assignedBeyond(knowledge, inputs).keys()].filter(
        (name) => attributes[name] === undefined,
      );
      assert.deepEqual(missing, []);
    });

    it(`gives ${type} no attribute that the SDK does not know`, () => {
      const knowledge = knowledgeOf(sdk, type);
      const known = new Set([
        ...(knowledge.facts?.assigned.keys() ?? []),
        ...(knowledge.facts?.inputs ?? []),
      ]);
      assert.deepEqual(
        Object.keys(assignedAttributes(created(type), knowledge)).filter((name) => !known.has(name)),
        [],
      );
    });
  }

  it("leaves exactly these unknown in a preview, also for a type of no table", () => {
    const type = "aws:sqs/queue:Queue";
    const knowledge = knowledgeOf(sdk, type);
    const unknown = unknownAttributes(created(type), knowledge);
    assert.deepEqual(Object.keys(unknown), [...assignedBeyond(knowledge, { name: "main" }).keys()]);
    assert.ok(Object.values(unknown).every((value) => value === UNKNOWN));
  });

  it("still knows what the tables compute where no SDK is installed", () => {
    const type = "aws:ec2/vpc:Vpc";
    const knowledge = { definition: RESOURCE_TYPES.get(type), facts: undefined };
    const unknown = Object.keys(unknownAttributes(created(type), knowledge));
    assert.ok(unknown.includes("mainRouteTableId") && unknown.includes("arn"));
  });
});
