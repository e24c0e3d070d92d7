import * as assert from "node:assert/strict";

import type { AutomationDocument } from "../../../infra/operations/document";
import { documentOf, runbookOf } from "./built";
import { answering, type FakeAws, type Run, walk, willing } from "./emulator";

/** RDS as it is: what is restored has no managed password until it is asked to have one. */
function forgetful(): FakeAws {
  let restored = false;
  let managed = false;
  return (call, step, polls) => {
    if (call.api === "aws:executeScript") restored = true;
    if (call.inputs.ManageMasterUserPassword === true) managed = restored;
    const selector = String(call.inputs.PropertySelector);
    if (!selector.includes("MasterUserSecret") || managed) return willing(call, step, polls);
    return answering({ "$.DBClusters[0].Status": "available" });
  };
}

const asked = { Database: "dev-sales", NewDatabase: "dev-sales-restored", DryRun: "false" };

const run = (document: AutomationDocument, Kind: string): Run =>
  walk(document, { ...asked, Kind }, forgetful());

/** A document that leads past a step. */
function without(document: AutomationDocument, name: string): AutomationDocument {
  const next = document.mainSteps.find((step) => step.name === name)?.nextStep;
  assert.ok(next !== undefined, name);
  const mainSteps = document.mainSteps.map((step) =>
    step.nextStep === name ? { ...step, nextStep: next } : step,
  );
  return { ...document, mainSteps };
}

describe("the runbook that restores a database", () => {
  const document = documentOf(runbookOf("restore-database"));
  const kinds = { cluster: "manageClusterPassword", instance: "manageInstancePassword" };

  for (const [kind, repair] of Object.entries(kinds)) {
    it(`has Secrets Manager manage the password of a restored ${kind} again, with the key of the source`, () => {
      const { status, calls } = run(document, kind);
      assert.equal(status, "Success");
      const repaired = calls.find(({ step }) => step === repair);
      assert.equal(repaired?.inputs.ManageMasterUserPassword, true);
      assert.equal(repaired.inputs.MasterUserSecretKmsKeyId, "<$.Payload.SecretKey>");
      assert.ok(Object.values(repaired.inputs).includes("dev-sales-restored"));
    });

    it(`fails, and tells, if a restored ${kind} were left without that`, () => {
      const { status, steps } = run(without(document, repair), kind);
      assert.deepEqual([status, steps.at(-1)], ["Failed", "openOpsItem"]);
    });

    it(`never touches the ${kind} that it restores from`, () => {
      const changed = run(document, kind).calls.filter(({ api }) => /Modify|Create|Delete/.test(api));
      for (const { inputs } of changed) assert.ok(!Object.values(inputs).includes("dev-sales"));
    });
  }
});
