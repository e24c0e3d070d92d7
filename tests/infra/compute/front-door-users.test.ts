import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import type { RealUserSizes } from "../../../infra/compute/compute-args";
import { FrontDoorUsers } from "../../../infra/compute/front-door-users";
import { simulate, type Simulation } from "../../../simulator/mocks";

async function build(sizes: RealUserSizes): Promise<{ simulation: Simulation; users: FrontDoorUsers }> {
  const simulation = simulate({ project: "platform", stack: "test" });
  const users = await simulation.run(() => {
    const provider = new aws.Provider("aws", { region: "eu-west-1" });
    return new FrontDoorUsers(
      "users",
      {
        scope: { environment: "dev", accountId: "111122223333", region: "eu-west-1" },
        domain: "dev.shop.example.com",
        sizes,
        owner: "platform-team",
      },
      { providers: [provider] },
    );
  });
  return { simulation, users };
}

interface StatementJson {
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
}

/** Statements of a policy document, which the provider's check has seen to be one. */
const statementsOf = (document: unknown): readonly StatementJson[] => {
  assert.ok(typeof document === "string");
  return (JSON.parse(document) as { readonly Statement: readonly StatementJson[] }).Statement;
};

describe("what browsers of real users measure", () => {
  it("is sent by guests who may send to this monitor, and do nothing else", async () => {
    const { simulation, users } = await build({ measured: true, percent: 10 });
    const monitor = simulation.resource("aws:rum/appMonitor:AppMonitor", "users");
    const pool = simulation.resource("aws:cognito/identityPool:IdentityPool", "users");
    assert.deepEqual(
      [pool.inputs.allowUnauthenticatedIdentities, pool.inputs.allowClassicFlow],
      [true, false],
    );
    const { sessionSampleRate, allowCookies, identityPoolId, guestRoleArn } = monitor.inputs
      .appMonitorConfiguration as Readonly<Record<string, unknown>>;
    assert.deepEqual([sessionSampleRate, allowCookies, identityPoolId], [0.1, false, pool.id]);
    // With a role, AWS's web client takes the classic flow, which the pool refuses.
    assert.equal(guestRoleArn, undefined);
    const role = simulation.resource("aws:iam/role:Role", "users");
    const attached = simulation.inputsOf(
      "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
      "users",
    );
    assert.deepEqual(attached.roles, { unauthenticated: role.outputs.arn });
    assert.deepEqual(statementsOf(role.inputs.assumeRolePolicy), [
      {
        Sid: "GuestsOfThePool",
        Effect: "Allow",
        Principal: { Federated: ["cognito-identity.amazonaws.com"] },
        Action: ["sts:AssumeRoleWithWebIdentity"],
        Condition: {
          StringEquals: { "cognito-identity.amazonaws.com:aud": pool.id },
          "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauthenticated" },
        },
      },
    ]);
    const policy = simulation.inputsOf("aws:iam/rolePolicy:RolePolicy", "users");
    assert.deepEqual(
      statementsOf(policy.policy).map(({ Action, Resource }) => [Action, Resource]),
      [[["rum:PutRumEvents"], ["arn:aws:rum:eu-west-1:111122223333:appmonitor/dev-front-door"]]],
    );
    assert.deepEqual(Object.keys(users.settings), [
      "REAL_USERS_APP_MONITOR_ID",
      "REAL_USERS_IDENTITY_POOL_ID",
      "REAL_USERS_PERCENT",
    ]);
  });

  it("has everything where nobody is measured, and admits no guest", async () => {
    const graph = async (measured: boolean): Promise<Simulation> =>
      (await build({ measured, percent: 10 })).simulation;
    const [on, off] = [await graph(true), await graph(false)];
    const named = (simulation: Simulation): readonly string[] =>
      simulation.resources().map(({ type, name }) => `${type} ${name}`);
    assert.deepEqual(named(off), named(on));
    const pool = off.inputsOf("aws:cognito/identityPool:IdentityPool", "users");
    assert.equal(pool.allowUnauthenticatedIdentities, false);
    const monitor = off.inputsOf("aws:rum/appMonitor:AppMonitor", "users");
    assert.match(JSON.stringify(monitor.appMonitorConfiguration), /"sessionSampleRate":0[,}]/);
  });
});
