import * as assert from "node:assert/strict";

import { renderStatements } from "../../../infra/core/policy-statement";
import { runnerPolicyName } from "../../../infra/core/account-roles";
import { workloadBoundaryArn } from "../../../infra/core/workload-boundary";
import { boundaryStatements, deployRights } from "../../../infra/identity/deploy-policies";
import { workloadBoundaryStatements } from "../../../infra/identity/workload-boundary-statements";
import type { PolicyStatement } from "../../../infra/core/policy-statement";
import { identityArgs } from "./built";
import { allows, type EvaluatedStatement, type RoleRequest } from "../../support/role-evaluation";

const { scope, environments } = identityArgs;

const read = (statements: readonly PolicyStatement[]): readonly EvaluatedStatement[] =>
  (JSON.parse(renderStatements(statements)) as { Statement: readonly EvaluatedStatement[] }).Statement;

const boundary = workloadBoundaryArn(scope);
const ofWorkloads = read(workloadBoundaryStatements(scope, environments));
const ofCi = read(boundaryStatements(scope));
const rights = read(deployRights(scope, "prod"));

const iam = (resource: string): string => `arn:aws:iam::111122223333:${resource}`;
const underBoundary = (arn: string): RoleRequest["context"] => ({ "iam:PermissionsBoundary": arn });

/** Whether who deploys prod may do something: its own rights and the boundary of the CI system both have to say yes. */
const deployerMay = (request: RoleRequest): boolean => allows(rights, request) && allows(ofCi, request);

/** Whether a role that is given everything may do something, as long as it stands under the boundary for workloads. */
const mightyWorkloadMay = (request: RoleRequest): boolean => allows(ofWorkloads, request);

/** What people may run in prod, attached to their roles, which stand under no boundary. */
const peoplesPolicy = iam(`policy/${runnerPolicyName({ ...scope, environment: "prod" }, "on-call")}`);

const onOwnRole = (action: string, context?: RoleRequest["context"]): RoleRequest => ({
  action,
  resource: iam("role/prod-orders"),
  ...(context === undefined ? {} : { context }),
});

describe("the boundary of what environments run", () => {
  const giving = ["CreateRole", "PutRolePolicy", "AttachRolePolicy", "PutRolePermissionsBoundary"];

  for (const action of giving.map((operation) => `iam:${operation}`)) {
    it(`lets a deployment do ${action} with roles under it, and with no other`, () => {
      assert.ok(deployerMay(onOwnRole(action, underBoundary(boundary))));
      for (const other of [
        undefined,
        underBoundary("arn:aws:iam::aws:policy/AdministratorAccess"),
        underBoundary(iam("policy/prod-boundary")),
        underBoundary(iam("policy/account-boundary")),
      ]) {
        assert.ok(!deployerMay(onOwnRole(action, other)), JSON.stringify(other));
        // Even a policy that allowed it would not help.
        assert.ok(!allows(ofCi, onOwnRole(action, other)), JSON.stringify(other));
      }
    });
  }

  const never: readonly RoleRequest[] = [
    onOwnRole("iam:DeleteRolePermissionsBoundary", underBoundary(boundary)),
    { action: "iam:CreatePolicyVersion", resource: boundary },
    { action: "iam:SetDefaultPolicyVersion", resource: boundary },
    { action: "iam:DeletePolicy", resource: boundary },
    { action: "iam:CreatePolicyVersion", resource: iam("policy/account-boundary") },
    ...["CreatePolicy", "CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicyVersion"].map(
      (operation) => ({ action: `iam:${operation}`, resource: peoplesPolicy }),
    ),
    { action: "iam:UpdateAssumeRolePolicy", resource: iam("role/account-administrator") },
    {
      action: "iam:PutRolePolicy",
      resource: iam("role/account-deploy-prod"),
      context: underBoundary(boundary),
    },
    { action: "iam:CreateUser", resource: iam("user/another") },
    { action: "iam:CreateAccessKey", resource: iam("user/break-glass-1") },
  ];
  for (const request of never) {
    it(`lets no deployment do ${request.action} on ${request.resource.replace(/^.*:/, "")}`, () => {
      assert.ok(!allows(ofCi, request));
    });
  }

  it("lets a deployment make and change no policy that could be attached to people, whatever its name", () => {
    for (const action of ["iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion"])
      for (const resource of [peoplesPolicy, iam("policy/prod-anything"), iam("policy/press")])
        assert.ok(!deployerMay({ action, resource }), `${action} ${resource}`);
  });

  it("lets a deployment pass its own roles to services, and nobody else's", () => {
    assert.ok(deployerMay({ action: "iam:PassRole", resource: iam("role/prod-orders") }));
    for (const role of ["account-administrator", "dev-orders", "cdk-cfn-exec"])
      assert.ok(!deployerMay({ action: "iam:PassRole", resource: iam(`role/${role}`) }), role);
  });

  const refused: readonly RoleRequest[] = [
    ...["iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:DeleteRolePermissionsBoundary"].map(
      (action) => onOwnRole(action, underBoundary(boundary)),
    ),
    onOwnRole("iam:AttachRolePolicy", underBoundary(boundary)),
    onOwnRole("iam:PutRolePolicy", underBoundary(boundary)),
    onOwnRole("iam:UpdateAssumeRolePolicy"),
    { action: "iam:PutRolePolicy", resource: iam("role/account-operator") },
    { action: "iam:CreatePolicyVersion", resource: peoplesPolicy },
    { action: "iam:CreateUser", resource: iam("user/another") },
    { action: "iam:CreateAccessKey", resource: iam("user/break-glass-1") },
    { action: "iam:PutUserPolicy", resource: iam("user/break-glass-1") },
    {
      action: "iam:AttachUserPolicy",
      resource: iam("user/break-glass-1"),
      context: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" },
    },
    { action: "iam:PassRole", resource: iam("role/account-administrator") },
    { action: "iam:PassRole", resource: iam("role/cdk-cfn-exec") },
    { action: "sts:AssumeRole", resource: iam("role/account-administrator") },
    { action: "kms:PutKeyPolicy", resource: "arn:aws:kms:eu-west-1:111122223333:key/0" },
    { action: "kms:ScheduleKeyDeletion", resource: "arn:aws:kms:eu-west-1:111122223333:key/0" },
    { action: "cloudtrail:StopLogging", resource: "arn:aws:cloudtrail:eu-west-1:111122223333:trail/account" },
    { action: "s3:PutAccountPublicAccessBlock", resource: "*" },
    { action: "organizations:LeaveOrganization", resource: "*" },
    {
      action: "lambda:UpdateFunctionCode",
      resource: "arn:aws:lambda:eu-west-1:111122223333:function:account-x",
    },
  ];
  for (const request of refused) {
    it(`refuses a role of an environment ${request.action} on ${request.resource.replace(/^.*:/, "")}, whatever its policies say`, () => {
      assert.ok(!mightyWorkloadMay(request));
    });
  }

  it("leaves to runbooks what takes rights away", () => {
    assert.ok(
      mightyWorkloadMay({
        action: "iam:AttachUserPolicy",
        resource: iam("user/somebody"),
        context: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AWSDenyAll" },
      }),
    );
    assert.ok(mightyWorkloadMay({ action: "iam:UpdateAccessKey", resource: iam("user/somebody") }));
    assert.ok(mightyWorkloadMay({ action: "iam:PutRolePolicy", resource: iam("role/account-break-glass") }));
  });

  it("fits into a policy with as many environments as an address plan has", () => {
    // A managed policy has 6,144 characters, white space not counted. Source: IAM and STS quotas, 2026-11.
    const many = Array.from({ length: 12 }, (_, position) => `environment-${position}`);
    const length = renderStatements(workloadBoundaryStatements(scope, many)).length;
    assert.ok(length < 6144, String(length));
    assert.ok(renderStatements(boundaryStatements(scope)).length < 6144);
  });
});
