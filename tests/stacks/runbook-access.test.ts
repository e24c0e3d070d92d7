import * as assert from "node:assert/strict";

import { runners } from "../../infra/core/account-roles";
import { text } from "../simulator/text";
import { configurationOf, deployedStack, run } from "./program";

interface Statement {
  readonly Sid: string;
  readonly Resource: readonly string[];
}

/** The account, with all runbooks of prod for its operators. */
async function accountThatRunsProd(): Promise<readonly Statement[]> {
  const config = configurationOf("account");
  const identity = JSON.parse(config["platform:identity"] ?? "{}") as object;
  const runs = [{ level: "operator", groups: runners, environment: "prod", region: "eu-west-1" }];
  const values = { ...config, "platform:identity": JSON.stringify({ ...identity, runs }) };
  const [simulation] = await run("account", values, false);
  return simulation
    .ofType("aws:iam/policy:Policy")
    .filter(({ name }) => name.startsWith("account-runbooks-"))
    .flatMap(({ inputs }) => (JSON.parse(text(inputs.policy)) as { Statement: Statement[] }).Statement);
}

describe("the account's word for who runs what", function () {
  this.timeout(240_000);
  it("names every runbook that an environment has, and the role of each", async () => {
    const statements = await accountThatRunsProd();
    const prod = await deployedStack("prod");
    const named = (sid: string, part: string): readonly string[] =>
      statements
        .flatMap(({ Sid, Resource }) => (Sid === sid ? Resource : []))
        .filter((resource) => resource.includes(part))
        .sort();
    const documents = prod
      .ofType("aws:ssm/document:Document")
      .filter(({ inputs }) => inputs.documentType === "Automation");
    assert.deepEqual(
      named("StartRunbooks", ":automation-definition/"),
      documents.map(({ outputs }) => `${text(outputs.arn)}:*`).sort(),
    );
    const acting = documents.map(
      ({ inputs }) => (JSON.parse(text(inputs.content)) as { assumeRole: string }).assumeRole,
    );
    assert.deepEqual(named("HandRunbooksTheirRoles", ":role/"), acting.sort());
  });
});
