import * as assert from "node:assert/strict";

import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { text } from "./text";

const settings = { region: "eu-west-1", accountId: "123456789012", defaultTags: {}, allowedAccountIds: [] };

async function make(
  aws: SimulatedAws,
  type: string,
  inputs: WireObject,
  name = "it",
): Promise<{ id: string; outputs: WireObject }> {
  const request = { urn: `urn:pulumi:dev::lab::${type}::${name}`, type, settings };
  const checked = aws.check({ ...request, inputs });
  assert.deepEqual(checked.failures, []);
  return await aws.create({ ...request, inputs: checked.inputs, preview: false });
}

const aliasType = "aws:iam/accountAlias:AccountAlias";
const providerType = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";

describe("ways into an account", () => {
  it("are one alias: a second one is refused", async () => {
    const aws = new SimulatedAws();
    await make(aws, aliasType, { accountAlias: "example-shop" });
    await assert.rejects(
      make(aws, aliasType, { accountAlias: "other-shop" }, "other"),
      /EntityAlreadyExists/,
    );
  });

  it("are identity providers by their host, each once", async () => {
    const aws = new SimulatedAws();
    const inputs = { url: "https://token.example.com", clientIdLists: ["sts"] };
    const { id, outputs } = await make(aws, providerType, inputs);
    assert.equal(id, "arn:aws:iam::123456789012:oidc-provider/token.example.com");
    assert.equal(outputs.arn, id);
    await assert.rejects(make(aws, providerType, inputs, "other"), /EntityAlreadyExists/);
  });

  it("are permission sets with a session of whole hours", async () => {
    const aws = new SimulatedAws();
    const type = "aws:ssoadmin/permissionSet:PermissionSet";
    const instanceArn = "arn:aws:sso:::instance/ssoins-1";
    const inputs = { instanceArn, name: "operator", sessionDuration: "PT8H" };
    const { outputs } = await make(aws, type, inputs);
    assert.match(text(outputs.arn), /^arn:aws:sso:::permissionSet\/ssoins-1\/ps-[0-9a-f]{16}$/);
    await assert.rejects(
      make(aws, type, { ...inputs, name: "other", sessionDuration: "PT13H" }, "other"),
      /PT12H/,
    );
  });

  it("are permission sets that name policies of the account, each by its name", async () => {
    const aws = new SimulatedAws();
    const instanceArn = "arn:aws:sso:::instance/ssoins-1";
    const set = await make(aws, "aws:ssoadmin/permissionSet:PermissionSet", {
      instanceArn,
      name: "operator",
    });
    const type = "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment";
    const permissionSetArn = text(set.outputs.arn);
    const customerManagedPolicyReference = { name: "prod-runbooks" };
    const inputs = { instanceArn, permissionSetArn, customerManagedPolicyReference };
    const { id } = await make(aws, type, inputs);
    assert.equal(id, `prod-runbooks,/,${permissionSetArn},${instanceArn}`);
    await assert.rejects(
      make(aws, type, { ...inputs, permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-0" }, "other"),
      /ResourceNotFoundException/,
    );
  });

  it("archive findings only of an analyzer that is there", async () => {
    const rule = {
      analyzerName: "external",
      ruleName: "ci",
      filters: [{ criteria: "resource", contains: ["x"] }],
    };
    await assert.rejects(
      make(new SimulatedAws(), "aws:accessanalyzer/archiveRule:ArchiveRule", rule),
      /ResourceNotFoundException/,
    );
  });

  it("have one analyzer of each kind in a Region, whatever it is called", async () => {
    const aws = new SimulatedAws();
    const analyzer = "aws:accessanalyzer/analyzer:Analyzer";
    await make(aws, analyzer, { analyzerName: "by-hand", type: "ACCOUNT" });
    await make(aws, analyzer, { analyzerName: "unused", type: "ACCOUNT_UNUSED_ACCESS" }, "unused");
    await assert.rejects(
      make(aws, analyzer, { analyzerName: "external", type: "ACCOUNT" }, "external"),
      /ServiceQuotaExceededException/,
    );
  });

  it("come with contacts of three kinds", async () => {
    const contact = {
      name: "n",
      title: "t",
      emailAddress: "a@example.com",
      phoneNumber: "+34 900",
      alternateContactType: "OTHER",
    };
    await assert.rejects(
      make(new SimulatedAws(), "aws:account/alternativeContact:AlternativeContact", contact),
      /BILLING, OPERATIONS, SECURITY/,
    );
  });
});
