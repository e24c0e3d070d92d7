import * as assert from "node:assert/strict";
import * as fc from "fast-check";

import type { IdentitySettings } from "../../../infra/identity";
import { accountDeliveryWords, identityProblems } from "../../../infra/identity/settings";
import { subjectMistake } from "../../../infra/identity/subject";
import { identityArgs } from "./built";

const { ci, outsideMachines: machines } = identityArgs;
assert.ok(ci !== undefined && machines !== undefined);

const tableElsewhere = "arn:aws:dynamodb:eu-central-1:111122223333:table/orders";

function paths(differences: Partial<IdentitySettings>): readonly string[] {
  return identityProblems({ ...identityArgs, environment: "account", ...differences }).map(({ path }) =>
    path.join("."),
  );
}

describe("what identity refuses", () => {
  it("is nothing of good arguments", () => {
    assert.deepEqual(paths({}), []);
  });

  const broad: readonly (readonly [subject: string, reason: RegExp])[] = [
    ["repo:org/*", /would get in/],
    ["repo:org/*:environment:prod", /would get in/],
    ["repo:org/platform:*", /would get in/],
    ["repo:org/platform:ref:refs/heads/*", /would get in/],
    ["repo:org/platform:ref:refs/heads/release-?", /would get in/],
    ["repo:org/platform", /repo:<organisation>/],
    ["*", /would get in/],
    ["repo:org:environment:prod", /repo:<organisation>/],
    ["repo:org/platform:pull_request", /pull requests and tags/],
    ["repo:org/platform:ref:refs/tags/v1", /pull requests and tags/],
    ["repo:org/platform:environment:dev", /environment:prod: the environment of the role/],
  ];
  for (const [subject, reason] of broad) {
    it(`is the subject ${subject} of who deploys prod`, () => {
      assert.match(subjectMistake(subject, "prod") ?? "accepted", reason);
      assert.deepEqual(paths({ ci: { ...ci, deployers: { prod: [subject] } } }), ["ci.deployers.prod.0"]);
    });
  }

  it("is to deploy the account among environments, by a branch, by nobody, or without the words for it", () => {
    assert.deepEqual(
      paths({ ci: { ...ci, deployers: { account: ["repo:org/platform:environment:account"] } } }),
      ["ci.deployers.account"],
    );
    const delivered = (subjects: readonly string[], accepted: string): readonly string[] =>
      paths({ ci: { ...ci, account: { subjects, accepted } } });
    const fine = "repo:org/platform:environment:account";
    assert.deepEqual(delivered([fine], accountDeliveryWords), []);
    assert.deepEqual(delivered([], "yes"), ["ci.account.accepted", "ci.account.subjects"]);
    for (const subject of [
      "repo:org/platform:ref:refs/heads/main",
      "repo:org/platform:environment:prod",
      "repo:org/*:environment:account",
      "repo:org/platform:pull_request",
    ])
      assert.deepEqual(delivered([subject], accountDeliveryWords), ["ci.account.subjects.0"], subject);
  });

  it("is a right to run runbooks that names no environment, names one twice, or is more than a role can hold", () => {
    const [run] = identityArgs.runs;
    assert.ok(run !== undefined);
    assert.deepEqual(paths({ runs: [{ ...run, environment: "account" }] }), ["runs.0.environment"]);
    assert.deepEqual(paths({ runs: [{ ...run, environment: "Prod" }] }), ["runs.0.environment"]);
    assert.deepEqual(paths({ runs: [run, run] }), ["runs", "runs"]);
    const of = (...environments: readonly string[]): IdentitySettings["runs"] =>
      environments.map((environment) => ({ ...run, environment }));
    assert.deepEqual(paths({ runs: of("dev", "preprod", "prod", "dr") }), []);
    assert.deepEqual(paths({ runs: of("dev", "preprod", "prod", "dr", "lab") }), ["runs"]);
  });

  it("is an emergency role, or an approver, that nobody may be", () => {
    assert.deepEqual(paths({ breakGlass: [], approvers: [] }), ["breakGlass", "approvers"]);
    assert.deepEqual(paths({ approvers: ["arn:aws:iam::111122223333:role/*"] }), ["approvers.0"]);
  });

  it("is any subject with a wildcard, wherever it stands", () => {
    const subject = "repo:org/platform:environment:prod";
    fc.assert(
      fc.property(fc.nat({ max: subject.length }), fc.constantFrom("*", "?"), (position, wildcard) => {
        const broadened = subject.slice(0, position) + wildcard + subject.slice(position);
        assert.notEqual(subjectMistake(broadened, "prod"), undefined);
        assert.notEqual(subjectMistake(broadened), undefined);
      }),
    );
  });

  it("is not one repository with its environment or a branch", () => {
    for (const subject of [
      "repo:org/platform:environment:prod",
      "repo:org/platform:ref:refs/heads/main",
      "project_path:group/sub/platform:ref_type:branch:ref:main",
    ]) {
      assert.equal(subjectMistake(subject, "prod"), undefined, subject);
    }
  });

  const wrong: readonly (readonly [path: string, differences: Partial<IdentitySettings>])[] = [
    ["accountAlias", { accountAlias: "-x-" }],
    ["accountAlias", { accountAlias: "111122223333" }],
    ["passwords.minimumLength", { passwords: { minimumLength: 8, maximumAgeDays: 90 } }],
    ["passwords.maximumAgeDays", { passwords: { minimumLength: 16, maximumAgeDays: 365 } }],
    ["breakGlass.0", { breakGlass: ["arn:aws:iam::111122223333:user/*"] }],
    ["breakGlass.0", { breakGlass: ["arn:aws:iam::111122223333:root"] }],
    ["internalAccess.us-east-1", { internalAccess: { "us-east-1": ["arn:aws:s3:::shop"] } }],
    ["internalAccess.eu-west-1.0", { internalAccess: { "eu-west-1": ["arn:aws:s3:::shop-*"] } }],
    ["internalAccess.eu-west-1.0", { internalAccess: { "eu-west-1": [tableElsewhere] } }],
    ["internalAccess.eu-west-1", { internalAccess: { "eu-west-1": ["arn:aws:s3:::a", "arn:aws:s3:::a"] } }],
    ["ci.issuer", { ci: { ...ci, issuer: "https://token.example.com" } }],
    ["ci.deployers.account", { ci: { ...ci, deployers: { account: ["repo:o/p:environment:account"] } } }],
    ["ci.deployers.dev", { ci: { ...ci, deployers: { dev: [] } } }],
    ["ci.state.keyArn", { ci: { ...ci, state: { bucket: "b", keyArn: "alias/state" } } }],
    ["adopt", { adopt: ["oidc-provider"], ci: undefined }],
    ["adopt", { adopt: ["password-policy", "password-policy"] }],
    ["adoptAnalyzers.us-east-1", { adoptAnalyzers: { "us-east-1": { external: "mine" } } }],
    [
      "adoptAnalyzers.eu-west-1.internal",
      { adoptAnalyzers: { "eu-west-1": { internal: "mine" } }, internalAccess: {} },
    ],
    [
      "archived.0.reason",
      { archived: [{ name: "x", reason: "ok", analysis: "external", resourceType: "t", resource: "r" }] },
    ],
    ["outsideMachines.commonNames.0", { outsideMachines: { ...machines, commonNames: ["*.example.com"] } }],
    ["outsideMachines.commonNames", { outsideMachines: { ...machines, commonNames: [] } }],
    ["outsideMachines.policyArns", { outsideMachines: { ...machines, policyArns: [] } }],
    [
      "outsideMachines.policyArns.0",
      { outsideMachines: { ...machines, policyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] } },
    ],
    ["outsideMachines.policyArns.0", { outsideMachines: { ...machines, policyArns: ["press"] } }],
  ];
  for (const [path, differences] of wrong) {
    it(`is ${path} of ${JSON.stringify(differences).slice(0, 60)}`, () => {
      assert.deepEqual(paths(differences), [path]);
    });
  }
});
