import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { SimulatedAws, type DiffResult } from "../../simulator";
import { secret, UNKNOWN, type WireObject } from "../../simulator/wire";

const SETTINGS = { region: "eu-west-1", accountId: "123456789012", defaultTags: {}, allowedAccountIds: [] };
const VPC = "aws:ec2/vpc:Vpc";

function diff(
  oldInputs: WireObject,
  news: WireObject,
  more: { type?: string; ignoreChanges?: string[] } = {},
): DiffResult {
  const { type = VPC, ignoreChanges = [] } = more;
  const urn = `urn:pulumi:dev::lab::${type}::main`;
  return new SimulatedAws().diff({
    urn,
    type,
    id: "x",
    olds: {},
    oldInputs,
    news,
    settings: SETTINGS,
    ignoreChanges,
  });
}

describe("simulator/diff", () => {
  it("finds no change between inputs and themselves", () => {
    const inputs = fc.dictionary(
      fc.string().filter((key) => key !== "__proto__"),
      fc.jsonValue().map((value) => value as string),
    );
    fc.assert(
      fc.property(inputs, (given) => {
        assert.deepEqual(diff(given, structuredClone(given)), {
          changes: false,
          replaces: [],
          changed: [],
          deleteBeforeReplace: false,
        });
      }),
    );
  });

  it("tells what can change in place from what cannot", () => {
    const { changed, replaces } = diff(
      { cidrBlock: "10.0.0.0/16" },
      { cidrBlock: "10.1.0.0/16", enableDnsSupport: true },
    );
    assert.deepEqual(changed, ["cidrBlock", "enableDnsSupport"]);
    assert.deepEqual(replaces, ["cidrBlock"]);
  });

  it("replaces what moves to another Region, whatever its type", () => {
    const { replaces } = diff(
      { region: "eu-west-1" },
      { region: "us-east-1" },
      { type: "aws:sqs/queue:Queue" },
    );
    assert.deepEqual(replaces, ["region"]);
  });

  it("takes an unknown value for a change, and a secret for what it holds", () => {
    assert.deepEqual(diff({ cidrBlock: "10.0.0.0/16" }, { cidrBlock: UNKNOWN }).replaces, ["cidrBlock"]);
    assert.equal(diff({ cidrBlock: "10.0.0.0/16" }, { cidrBlock: secret("10.0.0.0/16") }).changes, false);
  });

  it("does not look at ignored or internal properties", () => {
    const options = { ignoreChanges: ["tags.Name", "tags"] };
    assert.equal(diff({ tags: { a: "1" }, __defaults: [] }, { tags: { a: "2" } }, options).changes, false);
  });

  it("deletes first where the name stays, and creates first where it does not exist", () => {
    const type = "aws:ec2/securityGroup:SecurityGroup";
    const old = { name: "web", description: "old" };
    assert.equal(diff(old, { name: "web", description: "new" }, { type }).deleteBeforeReplace, true);
    assert.equal(diff(old, { name: "api", description: "new" }, { type }).deleteBeforeReplace, false);
    assert.equal(diff({ cidrBlock: "10.0.0.0/16" }, { cidrBlock: "10.1.0.0/16" }).deleteBeforeReplace, false);
  });
});
