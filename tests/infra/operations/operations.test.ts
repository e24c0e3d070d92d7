import * as assert from "node:assert/strict";

import { runbookWords, type RunbookWord } from "../../../infra/core/runbook-words";
import { automaticWords } from "../../../infra/operations/automatic";
import { operationsProblems } from "../../../infra/operations/operations-problems";
import { runbooks } from "../../../infra/operations/runbooks";
import type { Simulation } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { build, operationsArgs, runbookOf } from "./built";
import { documentMistakes } from "./document-mistakes";

const types = {
  document: "aws:ssm/document:Document",
  role: "aws:iam/role:Role",
  policy: "aws:iam/policy:Policy",
  rule: "aws:cloudwatch/eventRule:EventRule",
  target: "aws:cloudwatch/eventTarget:EventTarget",
} as const;

const sizes = (more: Partial<(typeof operationsArgs)["sizes"]>) => ({
  ...operationsArgs,
  sizes: { ...operationsArgs.sizes, ...more },
});

const paths = (given: Partial<(typeof operationsArgs)["sizes"]>): readonly string[] =>
  operationsProblems(sizes(given)).map(({ path }) => path.join("."));

describe("the operations of an environment", () => {
  let simulation: Simulation;
  before(async () => {
    ({ simulation } = await build(operationsArgs));
  });

  it("have a document for each runbook, that acts in a role of its own", () => {
    const documents = simulation.ofType(types.document);
    assert.deepEqual(
      documents.map(({ id }) => id),
      runbookWords.map((word) => `dev-${word}`),
    );
    const roles = new Set(simulation.ofType(types.role).map(({ outputs }) => outputs.arn));
    const acting = documents.map(({ inputs }) => {
      const content = JSON.parse(text(inputs.content)) as Parameters<typeof documentMistakes>[0];
      assert.deepEqual(documentMistakes(content), []);
      return content.assumeRole;
    });
    assert.equal(new Set(acting).size, runbookWords.length);
    for (const role of acting) assert.ok(roles.has(role), role);
  });

  it("trust Systems Manager with those roles, for this account's own runs", () => {
    const acting = simulation
      .ofType(types.role)
      .filter(({ name }) => !/^operations-(start|game-day)-/.test(name));
    assert.equal(acting.length, runbookWords.length);
    for (const { inputs } of acting) {
      const trust = text(inputs.assumeRolePolicy);
      assert.match(trust, /"ssm\.amazonaws\.com"/);
      assert.match(trust, /"aws:SourceArn":"arn:aws:ssm:eu-west-1:111122223333:automation-execution\/\*"/);
    }
  });

  it("give nobody a right to start them: that is for the account to say", () => {
    assert.deepEqual(simulation.ofType("aws:iam/policy:Policy"), []);
  });

  it("start nothing by themselves unless configuration says so", () => {
    for (const { name, inputs } of simulation.ofType(types.rule))
      assert.equal(inputs.state, "DISABLED", name);
  });

  it("start what configuration names, and nothing else", async () => {
    const built = await build(sizes({ automatic: ["review-monthly-cost"] }));
    const enabled = built.simulation.ofType(types.rule).filter(({ inputs }) => inputs.state === "ENABLED");
    assert.deepEqual(
      enabled.map(({ name }) => name),
      ["operations-start-review-monthly-cost"],
    );
  });

  it("are the same things whatever is configured", async () => {
    const all = await build(sizes({ approvers: ["one", "two"], automatic: automaticWords() }));
    const things = (of: Simulation): readonly string[] =>
      of.resources().map(({ type, name }) => `${type} ${name}`);
    assert.deepEqual(things(all.simulation), things(simulation));
  });

  it("restart a service only for an alarm that names that runbook and says which service", () => {
    const rule = simulation
      .ofType(types.rule)
      .find(({ name }) => name === "operations-start-restart-service");
    const pattern = text(rule?.inputs.eventPattern);
    assert.match(pattern, /"wildcard":"\*Runbook: dev-restart-service\\n\*"/);
    assert.match(pattern, /"ServiceName":\[\{"exists":true\}\]/);
    assert.match(pattern, /"value":\["ALARM"\]/);
    const target = simulation
      .ofType(types.target)
      .find(({ name }) => name === "operations-start-restart-service");
    const input = JSON.stringify(target?.inputs.inputTransformer);
    for (const parameter of Object.keys(runbookOf("restart-service").parameters)) {
      assert.ok(input.includes(parameter), parameter);
    }
    assert.match(input, /DryRun/);
  });

  it("keep names within AWS's limits for the longest environment", async () => {
    const { simulation: long } = await build({
      ...operationsArgs,
      scope: { ...operationsArgs.scope, environment: "twelveletter", region: "ap-southeast-7" },
    });
    for (const { id } of long.ofType(types.role)) assert.ok(id.length <= 64, id);
    for (const { id } of long.ofType(types.document)) assert.ok(id.length <= 128, id);
    for (const { inputs } of long.ofType(types.rule)) assert.ok(text(inputs.name).length <= 64);
  });
});

describe("what operations are asked for", () => {
  it("is refused all at once, before anything is registered", async () => {
    const wrong = sizes({ approvers: ["not a role"], automatic: ["restore-database", "restore-database"] });
    await assert.rejects(build(wrong), (error: Error) => {
      assert.match(error.message, /4 mistakes/);
      assert.match(error.message, /sizes\.approvers\[0\]: given "not a role"/);
      assert.match(
        error.message,
        /sizes\.automatic\[0\]: given "restore-database"; allowed: runbooks that are safe/,
      );
      return true;
    });
  });

  it("needs somebody who approves, and no more than an approval takes", () => {
    assert.deepEqual(paths({ approvers: [] }), ["sizes.approvers"]);
    assert.deepEqual(paths({ approvers: Array.from({ length: 10 }, (_, index) => `role-${index}`) }), []);
    assert.deepEqual(paths({ approvers: Array.from({ length: 11 }, (_, index) => `role-${index}`) }), [
      "sizes.approvers",
    ]);
  });

  it("names each approver once", () => {
    assert.deepEqual(paths({ approvers: ["one", "two", "one"] }), ["sizes.approvers.2"]);
  });

  it("starts no runbook by itself that is not safe", () => {
    const unsafe = runbooks.filter(({ safe }) => !safe).map(({ id }) => id);
    const given: readonly RunbookWord[] = [...unsafe];
    assert.ok(unsafe.length > 10);
    assert.equal(paths({ automatic: given }).length, unsafe.length);
    for (const word of automaticWords()) assert.ok(runbookOf(word).safe, word);
  });
});
