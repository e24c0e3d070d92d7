import * as assert from "node:assert/strict";

import { AccountCost } from "../../../infra/cost";
import { governanceProblems } from "../../../infra/cost/settings";
import { type Simulation, simulate } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { costArgs } from "./cost-args";

type Action = NonNullable<(typeof costArgs)["sizes"]["action"]>;

const action: Action = { environments: ["dev"], percent: 100, approval: "manual" };

async function built(asked: Action | undefined): Promise<Simulation> {
  const simulation = simulate({ accountId: "111122223333" });
  await simulation.run(
    () => new AccountCost("cost", { ...costArgs, sizes: { ...costArgs.sizes, action: asked } }),
  );
  return simulation;
}

const actionType = "aws:budgets/budgetAction:BudgetAction";

describe("an action on the account's budget", () => {
  it("is not there, nor a role for it, unless configuration asks for one", async () => {
    const simulation = await built(undefined);
    assert.deepEqual(simulation.ofType(actionType), []);
    assert.deepEqual(
      simulation.ofType("aws:iam/role:Role").filter(({ name }) => name.includes("budget")),
      [],
    );
  });

  it("waits for a person, unless the word automatic is said", async () => {
    for (const approval of ["manual", "automatic"] as const) {
      const simulation = await built({ ...action, approval });
      const { approvalModel, budgetName, notificationType, actionThreshold } = simulation.inputsOf(
        actionType,
        "cost-budget-action",
      );
      assert.equal(approvalModel, approval.toUpperCase());
      assert.equal(budgetName, "account-cost-account");
      assert.equal(notificationType, "ACTUAL");
      assert.deepEqual(actionThreshold, { actionThresholdType: "PERCENTAGE", actionThresholdValue: 100 });
    }
  });

  it("denies to roles that deploy, and gives nobody anything", async () => {
    const simulation = await built({ ...action, environments: ["dev", "prod"] });
    const { definition } = simulation.inputsOf(actionType, "cost-budget-action");
    const stop = simulation.resource("aws:iam/policy:Policy", "cost-budget-action-stop");
    assert.deepEqual(definition, {
      iamActionDefinition: {
        policyArn: stop.outputs.arn,
        roles: ["account-deploy-dev", "account-deploy-prod"],
      },
    });
    const { Statement: statements } = JSON.parse(text(stop.inputs.policy)) as {
      Statement: readonly { Effect: string; Action: readonly string[] }[];
    };
    assert.deepEqual(
      statements.map(({ Effect }) => Effect),
      ["Deny"],
    );
    // What a deployment takes away saves money, and has to go on.
    for (const word of statements.flatMap(({ Action }) => Action))
      assert.doesNotMatch(word, /:(Delete|Terminate|Update|\*)/);
  });

  it("acts in a role that can attach that policy to those roles, and do nothing else", async () => {
    const simulation = await built(action);
    const { policy } = simulation.inputsOf("aws:iam/rolePolicy:RolePolicy", "cost-budget-action");
    const stop = simulation.resource("aws:iam/policy:Policy", "cost-budget-action-stop");
    assert.deepEqual(JSON.parse(text(policy)), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "StopAndGoOn",
          Effect: "Allow",
          Action: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
          Resource: ["arn:aws:iam::111122223333:role/account-deploy-dev"],
          Condition: { ArnEquals: { "iam:PolicyARN": stop.outputs.arn } },
        },
      ],
    });
    const { assumeRolePolicy } = simulation.inputsOf("aws:iam/role:Role", "cost-budget-action");
    assert.match(text(assumeRolePolicy), /"aws:SourceAccount":"111122223333"/);
  });

  const refused: readonly (readonly [string, Partial<Action>, readonly string[]])[] = [
    ["of no environment", { environments: [] }, ["sizes.action.environments"]],
    ["of an environment that there is not", { environments: ["lab"] }, ["sizes.action.environments.0"]],
    ["of one twice", { environments: ["dev", "dev"] }, ["sizes.action.environments.1"]],
    ["before half of the budget", { percent: 10 }, ["sizes.action.percent"]],
    ["beyond what AWS takes", { percent: 100_000 }, ["sizes.action.percent"]],
  ];
  for (const [title, differences, paths] of refused) {
    it(`is refused ${title}`, () => {
      const sizes = { ...costArgs.sizes, action: { ...action, ...differences } };
      assert.deepEqual(
        governanceProblems({ environments: costArgs.environments, sizes }).map(({ path }) => path.join(".")),
        paths,
      );
    });
  }
});
