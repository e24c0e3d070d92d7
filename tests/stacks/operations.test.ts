import * as assert from "node:assert/strict";

import { type RunbookWord, runbookWords } from "../../infra/core/runbook-words";
import { pairingMistakes, runbooks } from "../../infra/operations/settings";
import type { Simulation } from "../../simulator/mocks";
import { text } from "../simulator/text";
import { deployedStack } from "./program";

const alarmTypes = ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"];

interface Step {
  readonly inputs: { readonly Approvers?: readonly string[] };
}

/** Documents that alarms and event alerts name, by their names in AWS. */
function namedDocuments(simulation: Simulation): readonly string[] {
  const described = alarmTypes.flatMap((type) =>
    simulation.ofType(type).map(({ inputs }) => text(inputs.alarmDescription ?? "")),
  );
  const told = simulation
    .ofType("aws:cloudwatch/eventTarget:EventTarget")
    .map(({ inputs }) => JSON.stringify(inputs.inputTransformer ?? {}));
  return [
    ...described.flatMap((words) => [...words.matchAll(/^Runbook: (.+)$/gm)].map(([, name = ""]) => name)),
    ...told.flatMap((words) =>
      [...words.matchAll(/\\"runbook\\":\\"([^"\\]+)\\"/g)].map(([, name = ""]) => name),
    ),
  ];
}

for (const stack of ["dev", "preprod", "prod"]) {
  describe(`the runbooks of ${stack}`, function () {
    this.timeout(240_000);
    let simulation: Simulation;
    before(async () => {
      simulation = await deployedStack(stack);
    });

    it("are there for every alarm and event alert that names one", () => {
      const documents = new Set(simulation.ofType("aws:ssm/document:Document").map(({ id }) => id));
      const named = namedDocuments(simulation);
      assert.ok(named.length > 100, String(named.length));
      assert.deepEqual(
        named.filter((name) => !documents.has(name)),
        [],
      );
    });

    it("are there for every id, with a role each in which they act", () => {
      const documents = new Set(simulation.ofType("aws:ssm/document:Document").map(({ id }) => id));
      const roles = new Set(simulation.ofType("aws:iam/role:Role").map(({ name }) => name));
      for (const word of runbookWords) {
        assert.ok(documents.has(`${stack}-${word}`), word);
        assert.ok(roles.has(`operations-${word}`), word);
      }
    });

    it("are each started by something that is there: an alarm, a time, or a decision that is described", () => {
      const named = new Set(namedDocuments(simulation));
      const words = runbookWords.filter((word: RunbookWord) => named.has(`${stack}-${word}`));
      assert.deepEqual(pairingMistakes(runbooks, words), []);
    });

    it("ask for approval only whom the account's own stack makes, and run by policies that it can attach", async () => {
      const account = await deployedStack("account");
      const roles = new Set(account.ofType("aws:iam/role:Role").map(({ outputs }) => outputs.arn));
      const asked = simulation
        .ofType("aws:ssm/document:Document")
        .flatMap(
          ({ inputs }) =>
            JSON.parse(text(inputs.content ?? "{}")) as { readonly mainSteps?: readonly Step[] },
        )
        .flatMap(({ mainSteps = [] }) => mainSteps)
        .flatMap(({ inputs }) => inputs.Approvers ?? []);
      assert.ok(asked.length > 8, String(asked.length));
      assert.deepEqual(
        asked.filter((arn) => !roles.has(arn)),
        [],
      );
      const vaults = simulation
        .ofType("aws:backup/vaultPolicy:VaultPolicy")
        .map(({ inputs }) => /role\/[\w-]+/.exec(text(inputs.policy ?? ""))?.[0]);
      for (const role of vaults) if (role !== undefined) assert.equal(role, "role/account-break-glass");
    });

    it("tell whoever approves that somebody waits", () => {
      const rule = simulation
        .ofType("aws:cloudwatch/eventRule:EventRule")
        .find(({ name }) => name === "monitoring-event-approval-wanted");
      assert.equal(rule?.inputs.state, "ENABLED");
    });

    it("are due where a time is their trigger", () => {
      const due = runbooks.flatMap(({ id, triggers }) =>
        triggers.flatMap((trigger) => (trigger.kind === "schedule" ? [[id, trigger.expression]] : [])),
      );
      const rules = simulation.ofType("aws:cloudwatch/eventRule:EventRule");
      const toldHere = rules.find(({ name }) => name === "monitoring-event-stale-credential")?.inputs.state;
      assert.equal(toldHere, stack === "prod" ? "ENABLED" : "DISABLED");
      assert.ok(due.length > 0);
      for (const [id = "", expression] of due) {
        const rule = rules.find(({ name }) => name === `operations-start-${id}`);
        // Credentials are the account's: they are reviewed where its events are told, and nowhere else.
        const state: unknown = id === "review-credentials" ? toldHere : "ENABLED";
        assert.deepEqual([rule?.inputs.scheduleExpression, rule?.inputs.state], [expression, state], id);
      }
    });
  });
}
