import * as assert from "node:assert/strict";

import { runners } from "../../../infra/core/account-roles";
import type { SimulatedResource } from "../../../simulator/mocks";
import { text } from "../../simulator/text";
import { built, identityArgs, identityCenter } from "./built";

interface Statement {
  readonly Sid: string;
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: object;
}

function statements({ inputs }: SimulatedResource): readonly Statement[] {
  return (JSON.parse(text(inputs.policy)) as { readonly Statement: readonly Statement[] }).Statement;
}

describe("runbooks that people may run", () => {
  it("are those that configuration says, by policies of the account's own", async () => {
    const policies = ["account-runbooks-prod-on-call-eu-west-1", "account-runbooks-prod-security-eu-west-1"];
    const [simulation] = await built();
    const attached = simulation
      .ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
      .filter(
        ({ inputs }) => inputs.role === "account-operator" && !text(inputs.policyArn).includes("::aws:"),
      );
    assert.deepEqual(
      attached.map(({ inputs }) => inputs.policyArn),
      policies.map((policy) => `arn:aws:iam::111122223333:policy/${policy}`),
    );
    const [centre] = await built({ people: identityCenter });
    const names = centre
      .ofType("aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment")
      .map(({ inputs }) => inputs.customerManagedPolicyReference);
    assert.deepEqual(
      names,
      policies.map((name) => ({ name })),
    );
  });

  it("are for each group what it answers for, and no other role is handed on", async () => {
    const [run] = identityArgs.runs;
    assert.ok(run !== undefined);
    const [simulation] = await built({ runs: [{ ...run, groups: [...runners] }] });
    for (const runner of runners) {
      const name = `account-runbooks-prod-${runner}-eu-west-1`;
      const policy = simulation.resource("aws:iam/policy:Policy", name);
      const started = statements(policy).flatMap(({ Sid, Resource = [] }) =>
        Sid === "StartRunbooks" ? Resource : [],
      );
      const roles = statements(policy).filter(({ Action }) => Action.includes("iam:PassRole"));
      const ids = identityArgs.runbooks[runner];
      assert.ok(ids.length > 0, runner);
      assert.deepEqual(
        started.filter((resource) => resource.includes(":document/")),
        ids.map((id) => `arn:aws:ssm:eu-west-1:111122223333:document/prod-${id}`),
      );
      assert.deepEqual(
        roles.map(({ Resource, Condition }) => [Resource, Condition]),
        [
          [
            ids.map((id) => `arn:aws:iam::111122223333:role/prod-runbook-${id}-eu-west-1`),
            { StringEquals: { "iam:PassedToService": "ssm.amazonaws.com" } },
          ],
        ],
      );
    }
  });

  it("are one policy where several levels may run them, none larger than IAM takes", async () => {
    const runs = (["operator", "developer"] as const).map((level) => ({
      ...{ level, groups: [...runners], region: "ap-southeast-1" as const },
      environment: "environment1",
    }));
    const [simulation] = await built({ runs });
    const policies = simulation
      .ofType("aws:iam/policy:Policy")
      .filter(({ name }) => name.includes("-runbooks-"));
    assert.equal(policies.length, runners.length);
    // A managed policy has 6,144 characters. Source: IAM and STS quotas, 2026-11.
    for (const { name, inputs } of policies) assert.ok(text(inputs.policy).length < 6144, name);
  });
});
