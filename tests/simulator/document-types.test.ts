import * as assert from "node:assert/strict";

import type { WireObject } from "../../simulator/wire";
import { account } from "./lab";

const type = "aws:ssm/document:Document";

const content = (more: object = {}): string =>
  JSON.stringify({
    schemaVersion: "0.3",
    description: "Waits",
    mainSteps: [{ name: "wait", action: "aws:sleep", inputs: { Duration: "PT1S" }, isEnd: true }],
    ...more,
  });

const documents = () => {
  const make = account();
  return (inputs: WireObject) => make(type, inputs);
};

const automation = { name: "dev-wait", documentType: "Automation", content: content() };

describe("documents of simulated Systems Manager", () => {
  it("have an ARN by their kind, and what AWS reads from their content", async () => {
    const make = documents();
    const { id, outputs } = await make(automation);
    assert.equal(id, "dev-wait");
    assert.equal(outputs.arn, "arn:aws:ssm:eu-west-1:123456789012:automation-definition/dev-wait");
    assert.deepEqual(
      [outputs.schemaVersion, outputs.description, outputs.owner],
      ["0.3", "Waits", "123456789012"],
    );
    const command = await make({ name: "dev-run", documentType: "Command", content: "{}" });
    assert.equal(command.outputs.arn, "arn:aws:ssm:eu-west-1:123456789012:document/dev-run");
  });

  it("are named once, as AWS takes names", async () => {
    const make = documents();
    await make(automation);
    await assert.rejects(make(automation), /DocumentAlreadyExists/);
    await assert.rejects(make({ ...automation, name: "AWS-Own" }), /not begin with aws/);
    await assert.rejects(make({ ...automation, name: "ab" }), /3 to 128/);
    await assert.rejects(make({ ...automation, documentType: "Runbook" }), /must be one of/);
  });

  const wrong: Readonly<Record<string, [content: string, error: RegExp]>> = {
    "is no JSON": ["- a", /no JSON object/],
    "is of another schema": [content({ schemaVersion: "2.2" }), /schemaVersion 0\.3/],
    "has no steps": [content({ mainSteps: [] }), /needs mainSteps/],
    "has two steps of one name": [content({ mainSteps: [{ name: "a" }, { name: "a" }] }), /same name/],
    "leads to a step that is not there": [
      content({ mainSteps: [{ name: "a", nextStep: "b" }] }),
      /a leads to b/,
    ],
    "fails to a step that is not there": [
      content({ mainSteps: [{ name: "a", onFailure: "step:b" }] }),
      /a leads to b/,
    ],
    "is too large": [content({ description: "x".repeat(65_536) }), /65536 bytes/],
  };
  for (const [what, [given, error]] of Object.entries(wrong)) {
    it(`are refused where the content ${what}`, async () => {
      await assert.rejects(documents()({ ...automation, content: given }), error);
    });
  }
});
