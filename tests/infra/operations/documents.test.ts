import * as assert from "node:assert/strict";

import { runbookWords } from "../../../infra/core/runbook-words";
import { apiRights } from "../../../infra/operations/api-rights";
import {
  type AutomationDocument,
  documentLimitBytes,
  type DocumentStep,
} from "../../../infra/operations/document";
import { runbooks } from "../../../infra/operations/runbooks";
import { text } from "../../simulator/text";
import { documentOf, occasions } from "./built";
import { apiOf, documentMistakes } from "./document-mistakes";
import { answering, type FakeAws, type Run, walk, willing } from "./emulator";

const changes = ({ calls }: Run): readonly string[] =>
  calls
    .filter(({ api, inputs }) => {
      if (api === "aws:executeScript") return false;
      if (api === "aws:runCommand") return !JSON.stringify(inputs).includes('"Scan"');
      return apiRights[api]?.reads !== true;
    })
    .map(({ api }) => api);

const acting = { DryRun: "false" };

/** Where the values stand that a script returns, by every `return` of its function `main`. */
const returned = (script: string): readonly string[] => {
  const [, main = ""] = script.split("def main(");
  const keys = [...main.matchAll(/return \{([^}]*)\}/g)].flatMap(([, entries = ""]) =>
    [...entries.matchAll(/"([A-Z]\w*)":/g)].map(([, key = ""]) => `$.Payload.${key}`),
  );
  return [...new Set(keys)].sort();
};

/** Changes one step of a document. */
function changed(document: AutomationDocument, name: string, by: Partial<DocumentStep>): AutomationDocument {
  const mainSteps = document.mainSteps.map((step) => (step.name === name ? { ...step, ...by } : step));
  return { ...document, mainSteps };
}

describe("the documents of runbooks", () => {
  it("are one for each word, in its order", () => {
    assert.deepEqual(
      runbooks.map(({ id }) => id),
      [...runbookWords],
    );
  });

  for (const runbook of runbooks) {
    const document = documentOf(runbook);

    describe(runbook.id, () => {
      it("is a document that Systems Manager and the APIs it calls accept", () => {
        assert.deepEqual(documentMistakes(document), []);
        assert.ok(Buffer.byteLength(JSON.stringify(document)) < documentLimitBytes);
        assert.equal(document.schemaVersion, "0.3");
      });

      it("tells in the end everything that its steps have found, and nothing else", () => {
        const found = document.mainSteps.flatMap(({ name, action, outputs = [] }) => [
          ...outputs.map(({ Name }) => `${name}.${Name}`),
          ...(action === "aws:runCommand" ? [`${name}.CommandId`] : []),
        ]);
        assert.deepEqual(document.outputs, found);
        assert.equal(new Set(found).size, found.length);
      });

      it("hands on what each step is there to find: what it looks at, what its script returns, the item it opens", () => {
        for (const { name, action, inputs, outputs = [] } of document.mainSteps) {
          const handed = outputs.map(({ Selector }) => Selector).sort();
          if (action === "aws:executeScript") {
            assert.deepEqual(handed, returned(text(inputs.Script)), name);
          } else if (action === "aws:executeAwsApi" && name !== "openOpsItem") {
            const api = apiOf(inputs) ?? "";
            if (apiRights[api]?.reads === true) assert.notDeepEqual(handed, [], `${name} looks in vain`);
            if (api === "ssm.CreateOpsItem") assert.deepEqual(handed, ["$.OpsItemId"], name);
          }
        }
      });

      it("ends well where AWS does as hoped, whatever it is asked", () => {
        for (const occasion of occasions(runbook)) {
          const run = walk(document, { ...occasion, ...acting }, willing);
          assert.equal(run.status, "Success", `${JSON.stringify(occasion)}: ${run.steps.join(", ")}`);
          assert.ok(changes(run).length > 0, "it does nothing");
          assert.ok(!run.steps.includes("openOpsItem"));
        }
      });

      it("opens an item and ends as failed, whichever step AWS refuses", () => {
        for (const occasion of occasions(runbook)) {
          const { calls } = walk(document, { ...occasion, ...acting }, willing);
          for (const refused of new Set(calls.map(({ step }) => step))) {
            const aws: FakeAws = (call, step, polls) => {
              if (call.step === refused) throw new Error("AccessDenied");
              return willing(call, step, polls);
            };
            const run = walk(document, { ...occasion, ...acting }, aws);
            assert.equal(run.status, "Failed", refused);
            assert.deepEqual(run.steps.slice(-2), [refused, "openOpsItem"]);
            assert.equal(run.calls.at(-1)?.api, "ssm.CreateOpsItem");
          }
        }
      });

      it("opens an item where what it waits for never comes", () => {
        const never: FakeAws = (call, step, polls) =>
          call.inputs.DesiredValues === undefined || step.action === "aws:assertAwsResourceProperty"
            ? willing(call, step, polls)
            : answering({ [String(call.inputs.PropertySelector)]: "something else" });
        for (const occasion of occasions(runbook)) {
          const waits = walk(document, { ...occasion, ...acting }, willing).steps.some((name) =>
            document.mainSteps.some((step) => step.name === name && step.action.startsWith("aws:waitFor")),
          );
          if (!waits) continue;
          const run = walk(document, { ...occasion, ...acting }, never);
          assert.deepEqual([run.status, run.steps.at(-1)], ["Failed", "openOpsItem"]);
        }
      });

      it("changes nothing where a second person refuses", () => {
        for (const occasion of occasions(runbook)) {
          const run = walk(document, { ...occasion, ...acting }, willing, false);
          if (!run.steps.includes("approve")) continue;
          assert.deepEqual([run.status, changes(run)], ["Failed", []]);
          assert.equal(run.steps.at(-1), "approve");
        }
      });

      if (runbook.dryRun) {
        it("changes nothing unless acting is asked for in words", () => {
          for (const occasion of occasions(runbook)) {
            const run = walk(document, occasion, willing);
            assert.deepEqual([run.status, changes(run), run.steps.at(-1)], ["Success", [], "endOfDryRun"]);
          }
        });
      }

      it("is safe only if it neither asks nor interrupts", () => {
        if (!runbook.safe) return;
        assert.ok(!document.mainSteps.some(({ action }) => action === "aws:approve"));
      });
    });
  }
});

describe("the judgement of documents", () => {
  const [first] = runbooks;
  assert.ok(first);
  const document = documentOf(first);
  const wrong = (name: string, by: Partial<DocumentStep>): string =>
    documentMistakes(changed(document, name, by)).join("; ");

  it("finds a step that leads nowhere, and the steps behind it", () => {
    assert.match(wrong("checkService", { nextStep: "nowhere" }), /leads to nowhere.*never reached/);
  });

  it("finds a failure that leads nowhere", () => {
    assert.match(wrong("restart", { onFailure: "step:nobody" }), /restart leads to nobody/);
  });

  it("finds inputs that are missing and inputs that the API does not have", () => {
    const found = wrong("restart", { inputs: { Service: "ecs", Api: "UpdateService", servise: "x" } });
    assert.match(found, /restart lacks service.*servise is not known/);
  });

  it("finds an output that may not have been made, and a parameter that is not there", () => {
    const inputs = {
      Service: "ecs",
      Api: "UpdateService",
      service: "{{ lookAtService.Nothing }}",
      cluster: "{{ Klaster }}",
    };
    assert.match(wrong("restart", { inputs }), /handed on by no step.*Klaster is no parameter/);
  });

  it("finds a step that goes on and ends at once", () => {
    assert.match(wrong("restart", { isEnd: true }), /goes on in 2 ways/);
  });
});
