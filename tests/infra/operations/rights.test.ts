import * as assert from "node:assert/strict";

import { statementMistakes } from "../../../infra/core/policy-statement";
import { apiRights } from "../../../infra/operations/api-rights";
import { apisOf, runbookStatements } from "../../../infra/operations/role-statements";
import { runbooks } from "../../../infra/operations/runbooks";
import { callsOf } from "../../../infra/operations/step";
import { operationsArgs, runbookOf } from "./built";

const { scope } = operationsArgs;

/** Names of other places than an environment's own: AWS's, or the account's people and plans. */
const shared =
  /:document\/AWS-|:iam::|:plan\/|:og:default:|:pg:default\.|:secret:rds!|auto-backup:|scalable-target\/|snapshot:now-|:snapshot\/|:replay\/again-|:fis:[^:]+:[^:]+:experiment\/|:config-rule\//;

describe("the role of a runbook", () => {
  for (const runbook of runbooks) {
    const statements = runbookStatements(runbook, scope);

    it(`${runbook.id}: has a right for every call of its steps, and none without one`, () => {
      const allowed = statements.flatMap(({ actions }) => actions);
      const operations = apisOf(runbook).map((api) => api.split(".")[1]);
      assert.deepEqual([...new Set(allowed.map((action) => action.split(":")[1]))].sort(), operations.sort());
      const direct = runbook.steps.flatMap(callsOf).map(({ operation }) => operation);
      for (const operation of direct) assert.ok(operations.includes(operation), operation);
    });

    it(`${runbook.id}: says why where AWS gives no resource, and names the environment elsewhere`, () => {
      assert.deepEqual(statementMistakes(statements), []);
      for (const { sid, resources = [], conditions } of statements) {
        const tagged = conditions?.StringEquals?.["aws:ResourceTag/Environment"] !== undefined;
        for (const resource of resources) {
          const own = resource === "*" || tagged || resource.includes("dev") || shared.test(resource);
          assert.ok(own, `${sid}: ${resource}`);
        }
      }
    });
  }

  it("names no right that no runbook needs", () => {
    const used = new Set(runbooks.flatMap(apisOf));
    assert.deepEqual(
      Object.keys(apiRights).filter((api) => !used.has(api)),
      [],
    );
  });

  it("changes nothing of another environment: another name, another tag", () => {
    for (const runbook of runbooks) {
      const own = JSON.stringify(runbookStatements(runbook, scope));
      assert.ok(!own.includes("prod"), runbook.id);
      const other = JSON.stringify(runbookStatements(runbook, { ...scope, environment: "prod" }));
      assert.ok(!/\bdev\b/.test(other), runbook.id);
    }
  });

  it("lets only what manages a password create secrets", () => {
    const able = runbooks.filter((runbook) => apisOf(runbook).includes("secretsmanager.CreateSecret"));
    assert.deepEqual(
      able.map(({ id }) => id),
      ["rotate-database-credential", "restore-database"],
    );
  });

  it("refuses a call that nobody has thought of", () => {
    const runbook = runbookOf("restart-service");
    const steps = runbook.steps.map((step) =>
      step.kind === "call" ? { ...step, operation: "DeleteService" } : step,
    );
    assert.throws(() => runbookStatements({ ...runbook, steps }, scope), /ecs\.DeleteService/);
  });
});
