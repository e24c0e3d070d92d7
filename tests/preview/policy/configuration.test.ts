import { PolicyConfigSchema, PolicyInfo, EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import * as assert from "node:assert/strict";
import * as path from "node:path";
import { readPolicySettings, reconcile, settingMistakes } from "../../../preview/policy/configuration";
import { toStruct } from "../../../simulator/wire";
import { folderWith, removeFolders } from "../support/folders";

const POLICY = new PolicyInfo()
  .setName("max-age")
  .setEnforcementlevel(EnforcementLevel.ADVISORY)
  .setConfigschema(
    new PolicyConfigSchema()
      .setProperties(toStruct({ days: { type: "number", default: 90 }, strict: { type: "boolean" } }))
      .setRequiredList(["days"]),
  );
const OTHER = new PolicyInfo().setName("other").setEnforcementlevel(EnforcementLevel.MANDATORY);

function fileWith(text: string): string {
  return path.join(folderWith({ "policies.json": text }), "policies.json");
}

describe("policy settings", () => {
  after(removeFolders);

  it("are the policies' own unless pack or file say otherwise, the file last", () => {
    const pack = {
      all: { enforcement: "disabled" as const, properties: {} },
      "max-age": { properties: { days: 30 } },
    };
    const file = { "max-age": { enforcement: "mandatory" as const, properties: { strict: true } } };
    assert.deepEqual(reconcile([POLICY, OTHER], []), {
      "max-age": { enforcement: "advisory", properties: { days: 90 } },
      other: { enforcement: "mandatory", properties: {} },
    });
    assert.deepEqual(reconcile([POLICY, OTHER], [pack, file]), {
      "max-age": { enforcement: "mandatory", properties: { days: 30, strict: true } },
      other: { enforcement: "disabled", properties: {} },
    });
  });

  it("are checked against the policy's schema", async () => {
    const given = { "max-age": { properties: { days: "many" } } };
    const mistakes = await settingMistakes([POLICY, OTHER], reconcile([POLICY, OTHER], [given]));
    assert.equal(mistakes.length, 1);
    assert.match(mistakes[0] ?? "", /^max-age\.days: .*number/);
    assert.deepEqual(await settingMistakes([POLICY, OTHER], reconcile([POLICY, OTHER], [])), []);
  });

  it("come from a file in Pulumi's own format", () => {
    const file = fileWith(
      '{ "all": "mandatory", "max-age": { "enforcementLevel": "disabled", "days": 1 }, "x": { "y": 2 } }',
    );
    assert.deepEqual(readPolicySettings(file), {
      all: { enforcement: "mandatory", properties: {} },
      "max-age": { enforcement: "disabled", properties: { days: 1 } },
      x: { properties: { y: 2 } },
    });
  });

  it("are refused when the file is missing, no JSON, or names no level", () => {
    assert.throws(() => readPolicySettings("/nowhere.json"), /nowhere\.json is wrong/);
    assert.throws(() => readPolicySettings(fileWith("{")), /is wrong/);
    assert.throws(
      () => readPolicySettings(fileWith('{ "a": "strict" }')),
      /a is "strict"; an enforcement level is advisory/,
    );
    assert.throws(
      () => readPolicySettings(fileWith('{ "a": { "enforcementLevel": 1 } }')),
      /a\.enforcementLevel is 1/,
    );
  });
});
