import * as assert from "node:assert/strict";

import { accountDeliveryWords } from "../../../infra/identity/settings";
import { accountRoleNames } from "../../../infra/core/account-roles";
import type { SimulatedResource, Simulation } from "../../../simulator/mocks";
import { built, identityArgs, identityCenter } from "./built";

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal?: Readonly<Record<string, readonly string[]>>;
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function statements(resource: SimulatedResource, property: string): readonly Statement[] {
  const text = resource.inputs[property];
  assert.ok(typeof text === "string", `${resource.name}.${property}`);
  return (JSON.parse(text) as { readonly Statement: readonly Statement[] }).Statement;
}

const roleType = "aws:iam/role:Role";
const roles = (simulation: Simulation, beginning: string): readonly SimulatedResource[] =>
  simulation.ofType(roleType).filter(({ name }) => name.startsWith(beginning));

describe("identity", () => {
  it("wants strong passwords that change, and locks nobody out", async () => {
    const [simulation] = await built();
    const policy = simulation.inputsOf(
      "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
      "identity-passwords",
    );
    assert.deepEqual(policy, {
      allowUsersToChangePassword: true,
      hardExpiry: false,
      maxPasswordAge: 90,
      minimumPasswordLength: 16,
      passwordReusePrevention: 24,
      requireLowercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
      requireUppercaseCharacters: true,
    });
  });

  it("makes no user and no access key", async () => {
    const [simulation] = await built();
    assert.deepEqual(
      simulation.resources().filter(({ type }) => /user|accessKey/i.test(type)),
      [],
    );
  });

  it("lets the CI system in by exact subjects and audience alone", async () => {
    const [simulation] = await built();
    const ofCi = roles(simulation, "identity-ci");
    assert.equal(ofCi.length, 3);
    for (const role of ofCi) {
      const [trust, ...others] = statements(role, "assumeRolePolicy");
      assert.deepEqual(others, []);
      assert.deepEqual(Object.keys(trust?.Condition ?? {}), ["StringEquals"], role.name);
      const equals = trust?.Condition?.StringEquals ?? {};
      assert.equal(equals["token.actions.githubusercontent.com:aud"], "sts.amazonaws.com");
      assert.ok(Array.isArray(equals["token.actions.githubusercontent.com:sub"]), role.name);
    }
  });

  it("keeps every role of the CI system under a boundary that it cannot lift", async () => {
    const [simulation] = await built();
    const boundary = simulation.resource("aws:iam/policy:Policy", "identity-ci-boundary");
    for (const role of roles(simulation, "identity-ci")) {
      assert.equal(role.inputs.permissionsBoundary, boundary.outputs.arn, role.name);
    }
    const denied = new Set(
      statements(boundary, "policy").flatMap(({ Effect, Action }) => (Effect === "Deny" ? Action : [])),
    );
    for (const action of [
      "iam:CreateUser",
      "iam:CreateAccessKey",
      "iam:DeleteRolePermissionsBoundary",
      "iam:CreatePolicyVersion",
      "cloudtrail:StopLogging",
      "s3:PutAccountPublicAccessBlock",
    ]) {
      assert.ok(denied.has(action), action);
    }
  });

  it("deploys the account by the CI system only where that is said, as an administrator of an hour", async () => {
    const name = "identity-ci-deploy-account";
    const [without] = await built();
    assert.deepEqual(roles(without, name), []);
    const subjects = ["repo:shop/platform:environment:account"];
    const { ci } = identityArgs;
    assert.ok(ci !== undefined);
    const [simulation, identity] = await built({
      ci: { ...ci, account: { subjects, accepted: accountDeliveryWords } },
    });
    const [role, ...others] = roles(simulation, name);
    assert.ok(role !== undefined && others.length === 0);
    assert.equal(role.inputs.maxSessionDuration, 3600);
    const [trust] = statements(role, "assumeRolePolicy");
    assert.deepEqual(trust?.Condition?.StringEquals?.["token.actions.githubusercontent.com:sub"], subjects);
    const attached = simulation
      .ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
      .filter(({ inputs }) => inputs.role === "account-deploy-account");
    assert.deepEqual(
      attached.map(({ inputs }) => inputs.policyArn),
      ["arn:aws:iam::aws:policy/AdministratorAccess"],
    );
    assert.deepEqual(Object.keys(identity.deployRoleArns).sort(), ["account", "dev", "prod"]);
  });

  it("gives a deploying role rights on its own environment's roles only", async () => {
    const [simulation] = await built();
    const own = statements(
      simulation.resource("aws:iam/rolePolicy:RolePolicy", "identity-ci-deploy-prod"),
      "policy",
    );
    const onIam = own.filter(({ Action }) => Action.some((action) => action.startsWith("iam:")));
    assert.ok(onIam.length > 0);
    for (const resource of onIam.flatMap(({ Resource = [] }) => Resource)) {
      assert.match(resource, /^arn:aws:iam::111122223333:(role|instance-profile)\/prod-\*$/);
    }
  });

  it("lets a preview change nothing and read no data but Pulumi's state", async () => {
    const [simulation] = await built();
    const rights = statements(
      simulation.resource("aws:iam/rolePolicy:RolePolicy", "identity-ci-preview"),
      "policy",
    );
    assert.deepEqual(rights.flatMap(({ Action }) => Action).sort(), [
      "kms:Decrypt",
      "s3:GetObject",
      "s3:ListBucket",
    ]);
    const attached = simulation
      .ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
      .filter(({ inputs }) => inputs.role === "account-preview")
      .map(({ inputs }) => inputs.policyArn);
    assert.deepEqual(attached, [
      "arn:aws:iam::aws:policy/SecurityAudit",
      "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
    ]);
  });

  it("asks people for a second factor, and gives the most powerful the shortest session", async () => {
    const [simulation, identity] = await built();
    const people = [...roles(simulation, "identity-people"), ...roles(simulation, "identity-break-glass")];
    assert.equal(people.length, 5);
    for (const role of people) {
      for (const { Condition } of statements(role, "assumeRolePolicy")) {
        assert.equal(Condition?.Bool?.["aws:MultiFactorAuthPresent"], "true", role.name);
      }
    }
    const seconds = Object.fromEntries(people.map(({ name, inputs }) => [name, inputs.maxSessionDuration]));
    assert.equal(seconds["identity-people-administrator"], 3600);
    assert.equal(seconds["identity-break-glass"], 3600);
    assert.equal(seconds["identity-people-read-only"], 12 * 3600);
    const glass = simulation.resource(roleType, "identity-break-glass");
    assert.equal(identity.breakGlassRoleArn, glass.outputs.arn);
  });

  it("has the roles that environments speak of by name, whichever way people get in", async () => {
    for (const people of [identityArgs.people, identityCenter]) {
      const [simulation] = await built({ people });
      const names = simulation.ofType(roleType).map(({ inputs }) => inputs.name);
      for (const name of accountRoleNames) assert.ok(names.includes(name), name);
    }
  });

  it("lets an approver answer runbooks and Region switches, with a second factor, and do nothing else", async () => {
    const [simulation] = await built();
    const role = simulation.resource(roleType, "identity-approver");
    const [trust] = statements(role, "assumeRolePolicy");
    assert.equal(trust?.Condition?.Bool?.["aws:MultiFactorAuthPresent"], "true");
    const policies = simulation.ofType("aws:iam/rolePolicy:RolePolicy");
    const [policy, ...others] = policies.filter(({ name }) => name === "identity-approver");
    assert.ok(policy !== undefined && others.length === 0);
    assert.deepEqual(
      statements(policy, "policy").flatMap(({ Action }) => Action),
      [
        ...["ssm:GetAutomationExecution", "ssm:SendAutomationSignal"],
        ...["arc-region-switch:ApprovePlanExecutionStep", "arc-region-switch:GetPlanExecution"],
        ...["arc-region-switch:GetPlanInRegion", "arc-region-switch:ListPlanExecutions"],
        "arc-region-switch:ListPlansInRegion",
        ...["ssm:DescribeAutomationExecutions", "ssm:DescribeAutomationStepExecutions"],
      ],
    );
  });

  it("uses permission sets of IAM Identity Center where there is one, and then no roles", async () => {
    const [simulation] = await built({ people: identityCenter });
    assert.deepEqual(roles(simulation, "identity-people"), []);
    const sets = simulation.ofType("aws:ssoadmin/permissionSet:PermissionSet");
    assert.deepEqual(Object.fromEntries(sets.map(({ inputs }) => [inputs.name, inputs.sessionDuration])), {
      "read-only": "PT12H",
      operator: "PT8H",
      developer: "PT8H",
      administrator: "PT1H",
    });
    const [assignment, ...others] = simulation.ofType("aws:ssoadmin/accountAssignment:AccountAssignment");
    assert.deepEqual(others, []);
    assert.equal(assignment?.inputs.targetId, "111122223333");
  });

  it("looks for access from outside in every Region, inside where something is named, and for unused access once", async () => {
    const [simulation] = await built();
    const analyzers = simulation.ofType("aws:accessanalyzer/analyzer:Analyzer");
    assert.deepEqual(
      analyzers.map(({ inputs }) => `${inputs.type as string} ${inputs.region as string}`).sort(),
      [
        "ACCOUNT eu-central-1",
        "ACCOUNT eu-west-1",
        "ACCOUNT_INTERNAL_ACCESS eu-central-1",
        "ACCOUNT_UNUSED_ACCESS eu-west-1",
      ],
    );
    const inside = simulation.inputsOf(
      "aws:accessanalyzer/analyzer:Analyzer",
      "identity-analysis-internal-eu-central-1",
    );
    assert.deepEqual(inside.configuration, {
      internalAccess: { analysisRule: { inclusions: [{ resourceArns: ["arn:aws:s3:::shop-archive"] }] } },
    });
    assert.equal(simulation.ofType("aws:accessanalyzer/archiveRule:ArchiveRule").length, 2);
  });

  it("lets machines outside in by a certificate of the named authority and of a named machine", async () => {
    const [simulation] = await built();
    const [trust] = statements(simulation.resource(roleType, "identity-machines"), "assumeRolePolicy");
    const [anchor] = simulation.ofType("aws:rolesanywhere/trustAnchor:TrustAnchor");
    assert.equal(trust?.Condition?.ArnEquals?.["aws:SourceArn"], anchor?.outputs.arn);
    assert.deepEqual(trust?.Condition?.StringEquals?.["aws:PrincipalTag/x509Subject/CN"], [
      "press-1.example.com",
    ]);
  });

  it("lets such machines do what is said, and no more than workloads may", async () => {
    const [simulation] = await built();
    const boundary = simulation.resource("aws:iam/policy:Policy", "identity-workload-boundary");
    const machines = simulation.inputsOf(roleType, "identity-machines");
    assert.equal(machines.permissionsBoundary, boundary.outputs.arn);
    const attached = simulation
      .ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
      .filter(({ inputs }) => inputs.role === machines.name);
    assert.deepEqual(
      attached.map(({ inputs }) => inputs.policyArn),
      ["arn:aws:iam::111122223333:policy/press"],
    );
  });

  it("leaves out what configuration does not name", async () => {
    const [simulation, identity] = await built({ ci: undefined, outsideMachines: undefined });
    assert.deepEqual(identity.deployRoleArns, {});
    assert.equal(identity.previewRoleArn, undefined);
    assert.deepEqual(
      simulation.resources().filter(({ type }) => /openId|rolesanywhere/i.test(type)),
      [],
    );
  });

  it("is refused with everything that is wrong at once", async () => {
    const wrong = { accountAlias: "A", breakGlass: [], unusedAccessDays: 0, scope: identityArgs.scope };
    await assert.rejects(
      built(wrong),
      /identity "identity": 3 mistakes.*accountAlias.*breakGlass.*unusedAccessDays/s,
    );
  });
});
