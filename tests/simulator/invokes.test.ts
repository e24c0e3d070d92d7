import * as assert from "node:assert/strict";
import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { text } from "./text";

const SETTINGS = {
  region: "eu-west-1",
  accountId: "123456789012",
  defaultTags: { Owner: "platform" },
  allowedAccountIds: [],
};

function invoke(name: string, args: WireObject = {}, region = "eu-west-1"): Promise<WireObject> {
  const token = `${name}:${name.split("/")[1] ?? ""}`;
  return new SimulatedAws().invoke({ token, args, settings: { ...SETTINGS, region } });
}

describe("simulator/invokes", () => {
  it("answers who and where the caller is", async () => {
    assert.equal((await invoke("aws:index/getCallerIdentity")).accountId, "123456789012");
    assert.equal((await invoke("aws:index/getRegion")).region, "eu-west-1");
    assert.equal((await invoke("aws:index/getPartition", {}, "cn-north-1")).partition, "aws-cn");
    assert.deepEqual((await invoke("aws:index/getDefaultTags")).tags, { Owner: "platform" });
  });

  it("answers for the Region that is asked about", async () => {
    assert.deepEqual((await invoke("aws:index/getAvailabilityZones", { region: "us-west-1" })).names, [
      "us-west-1a",
      "us-west-1c",
    ]);
  });

  it("leaves excluded zones out, by name or id", async () => {
    const args = { excludeNames: ["eu-west-1a"], excludeZoneIds: ["euw1-az2"] };
    assert.deepEqual((await invoke("aws:index/getAvailabilityZones", args)).names, ["eu-west-1c"]);
  });

  it("finds a zone by id, and refuses one that is not there", async () => {
    assert.equal((await invoke("aws:index/getAvailabilityZone", { zoneId: "euw1-az2" })).name, "eu-west-1b");
    await assert.rejects(
      invoke("aws:index/getAvailabilityZone", { name: "eu-west-1z" }),
      /must be one of eu-west-1a, euw1-az1/,
    );
  });

  it("knows the prefix lists that AWS keeps, under the id that endpoints have", async () => {
    const list = await invoke("aws:ec2/getManagedPrefixList", { name: "com.amazonaws.eu-west-1.s3" });
    assert.match(text(list.id), /^pl-[0-9a-f]{8}$/);
    const byId = await invoke("aws:ec2/getPrefixList", { prefixListId: list.id ?? "" });
    assert.equal(byId.name, "com.amazonaws.eu-west-1.s3");
    await assert.rejects(invoke("aws:ec2/getPrefixList", { name: "none" }), /InvalidPrefixListID\.NotFound/);
  });

  it("takes an unknown domain list for one that AWS keeps", async () => {
    const list = await invoke("aws:route53/getResolverFirewallDomainList", {
      firewallDomainListId: "rslvr-fdl-1",
    });
    assert.notEqual(list.managedOwnerName, "");
  });

  it("renders a policy document as the provider does", async () => {
    const { json, minifiedJson } = await invoke("aws:iam/getPolicyDocument", {
      statements: [
        {
          sid: "Read",
          actions: ["s3:GetObject", "s3:ListBucket"],
          resources: ["*"],
          principals: [{ type: "AWS", identifiers: ["arn:1"] }],
          conditions: [{ test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-1"] }],
        },
      ],
    });
    const expected = {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Action: ["s3:ListBucket", "s3:GetObject"],
          Resource: "*",
          Principal: { AWS: "arn:1" },
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
        },
      ],
    };
    assert.equal(minifiedJson, JSON.stringify(expected));
    assert.equal(json, JSON.stringify(expected, undefined, 2));
  });

  it("lets override documents replace statements of the same Sid", async () => {
    const statement = (effect: string): WireObject => ({
      Sid: "One",
      Effect: effect,
      Action: "*",
      Resource: "*",
    });
    const { minifiedJson } = await invoke("aws:iam/getPolicyDocument", {
      sourcePolicyDocuments: [JSON.stringify({ Statement: [statement("Allow")] })],
      overridePolicyDocuments: [JSON.stringify({ Statement: [statement("Deny")] })],
    });
    assert.deepEqual((JSON.parse(text(minifiedJson)) as WireObject).Statement, [statement("Deny")]);
  });

  it("names what it can answer when it is asked for something else", async () => {
    await assert.rejects(
      invoke("aws:ec2/getAmi"),
      /cannot answer aws:ec2\/getAmi:getAmi; it knows .*aws:index\/getRegion/,
    );
  });
});
