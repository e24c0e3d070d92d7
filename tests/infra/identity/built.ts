import * as aws from "@pulumi/aws";

import { byRunner } from "../../../infra/core/account-roles";
import { Identity, type IdentityArgs } from "../../../infra/identity";
import { runbooksOf } from "../../../infra/operations/settings";
import { type Simulation, simulate } from "../../../simulator/mocks";

const contact = { name: "Team", title: "Team", email: "team@example.com", phone: "+34 900 000 000" };

/** Arguments of an identity with everything in it. */
export const identityArgs: IdentityArgs = {
  scope: { environment: "account", accountId: "111122223333", region: "eu-west-1" },
  environments: ["dev", "prod"],
  runbooks: byRunner(runbooksOf),
  regions: ["eu-west-1", "eu-central-1"],
  criticality: "critical",
  owner: "platform",
  accountAlias: "example-shop",
  contacts: { billing: contact, operations: contact, security: contact },
  passwords: { minimumLength: 16, maximumAgeDays: 90 },
  ci: {
    issuer: "token.actions.githubusercontent.com",
    audience: "sts.amazonaws.com",
    deployers: {
      dev: ["repo:shop/platform:environment:dev"],
      prod: ["repo:shop/platform:ref:refs/heads/main"],
    },
    previewers: ["repo:shop/platform:pull_request"],
    state: { bucket: "state", keyArn: "arn:aws:kms:eu-west-1:111122223333:key/0" },
  },
  people: { kind: "roles" },
  breakGlass: ["arn:aws:iam::111122223333:user/break-glass-1"],
  approvers: ["arn:aws:iam::111122223333:user/approver-1"],
  runs: [{ level: "operator", groups: ["on-call", "security"], environment: "prod", region: "eu-west-1" }],
  unusedAccessDays: 90,
  internalAccess: { "eu-central-1": ["arn:aws:s3:::shop-archive"] },
  archived: [
    {
      name: "ci-roles",
      reason: "The CI system deploys from outside by these roles.",
      analysis: "external",
      resourceType: "AWS::IAM::Role",
      resource: "role/account-deploy-",
    },
  ],
  outsideMachines: {
    authorityArn: "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/0",
    commonNames: ["press-1.example.com"],
    policyArns: ["arn:aws:iam::111122223333:policy/press"],
  },
  adopt: [],
  adoptAnalyzers: {},
};

/** Identity Center in place of roles. */
export const identityCenter: IdentityArgs["people"] = {
  kind: "identity-center",
  instanceArn: "arn:aws:sso:::instance/ssoins-0123456789abcdef",
  region: "eu-west-1",
  assignments: [{ groupId: "90677c608a-7afcdc23", level: "operator" }],
};

/** Builds an identity against simulated AWS. */
export async function built(differences: Partial<IdentityArgs> = {}): Promise<[Simulation, Identity]> {
  const existing = [{ type: "aws:iam/policy:Policy", id: "arn:aws:iam::111122223333:policy/press" }];
  const simulation = simulate({ accountId: identityArgs.scope.accountId, existing });
  const identity = await simulation.run(() => {
    const provider = new aws.Provider("aws", { region: "eu-west-1" });
    return new Identity("identity", { ...identityArgs, ...differences }, { providers: [provider] });
  });
  return [simulation, identity];
}
