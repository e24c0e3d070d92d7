import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { SimulatedAws, type ProviderSettings } from "../../simulator";
import { secret, UNKNOWN, type WireObject } from "../../simulator/wire";
import { text } from "./text";

const SETTINGS: ProviderSettings = {
  region: "eu-west-1",
  accountId: "123456789012",
  defaultTags: { Owner: "platform", Stage: "dev" },
  allowedAccountIds: [],
};

const urnOf = (type: string, name: string): string => `urn:pulumi:dev::platform::${type}::${name}`;

function check(
  type: string,
  inputs: WireObject,
  olds?: WireObject,
  name = "main",
): ReturnType<SimulatedAws["check"]> {
  return new SimulatedAws().check({ urn: urnOf(type, name), type, inputs, olds, settings: SETTINGS });
}

const VPC = "aws:ec2/vpc:Vpc";
const GROUP = "aws:cloudwatch/logGroup:LogGroup";

describe("simulator/check", () => {
  it("is idempotent: what it completed needs no completing", () => {
    const tags = fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => key !== "__proto__"),
      fc.string(),
    );
    const types = fc.constantFrom(
      VPC,
      GROUP,
      "aws:ec2/subnet:Subnet",
      "aws:iam/role:Role",
      "aws:kms/alias:Alias",
    );
    fc.assert(
      fc.property(types, tags, (type, given) => {
        const once = check(type, { tags: given }).inputs;
        assert.deepEqual(check(type, once, once).inputs, once);
      }),
    );
  });

  it("names what the program leaves unnamed: logical name, hyphen, seven hexadecimal digits", () => {
    assert.match(text(check(GROUP, {}).inputs.name), /^main-[0-9a-f]{7}$/);
    assert.match(
      text(check("aws:kms/alias:Alias", { targetKeyId: "k" }).inputs.name),
      /^alias\/main-[0-9a-f]{7}$/,
    );
    assert.match(
      text(check("aws:s3/bucket:Bucket", {}, undefined, "Logs").inputs.bucket),
      /^logs-[0-9a-f]{7}$/,
    );
    assert.match(
      text(check("aws:sqs/queue:Queue", { fifoQueue: true }).inputs.name),
      /^main-[0-9a-f]{7}\.fifo$/,
    );
  });

  it("names nothing that has a name, a prefix, or no name at all", () => {
    assert.equal(check(GROUP, { name: "mine" }).inputs.name, "mine");
    assert.equal(check(GROUP, { namePrefix: "mine" }).inputs.name, undefined);
    assert.equal(check(VPC, {}).inputs.name, undefined);
    assert.equal(check("aws:route53/record:Record", { name: "www" }).inputs.name, "www");
  });

  it("keeps the name of the last run, and makes one when a stated name is taken away", () => {
    assert.equal(check(GROUP, {}, { name: "main-0123abc" }).inputs.name, "main-0123abc");
    assert.match(text(check(GROUP, {}, { name: "stated" }).inputs.name), /^main-[0-9a-f]{7}$/);
  });

  it("refuses a logical name that leaves no room for the digits", () => {
    const { failures } = check("aws:iam/role:Role", { assumeRolePolicy: "{}" }, undefined, "r".repeat(57));
    assert.match(failures.map(({ reason }) => reason).join(), /65 characters; a name may have 64/);
  });

  it("merges default tags into tagsAll and leaves tags alone", () => {
    const { inputs } = check(VPC, { tags: { Stage: "prod", Name: "main" } });
    assert.deepEqual(inputs.tags, { Stage: "prod", Name: "main" });
    assert.deepEqual(inputs.tagsAll, { Owner: "platform", Stage: "prod", Name: "main" });
    assert.deepEqual(check(VPC, {}).inputs.tagsAll, { Owner: "platform", Stage: "dev" });
  });

  it("gives no tags to types that have none", () => {
    for (const type of ["aws:ec2/route:Route", "aws:ec2/routeTableAssociation:RouteTableAssociation"]) {
      assert.equal(check(type, {}).inputs.tagsAll, undefined, type);
    }
  });

  it("cannot merge tags that are not known yet", () => {
    assert.equal(check(VPC, { tags: UNKNOWN }).inputs.tagsAll, UNKNOWN);
    assert.deepEqual(check(VPC, { tags: { Name: UNKNOWN } }).inputs.tagsAll, {
      Owner: "platform",
      Stage: "dev",
      Name: UNKNOWN,
    });
  });

  it("adds the Region to regional types, unless one is given", () => {
    assert.equal(check(VPC, {}).inputs.region, "eu-west-1");
    assert.equal(check(VPC, { region: "us-east-1" }).inputs.region, "us-east-1");
    assert.equal(check("aws:iam/role:Role", {}).inputs.region, undefined);
  });

  it("adds the provider's defaults, and never over what is given", () => {
    assert.equal(check(VPC, {}).inputs.enableDnsSupport, true);
    assert.equal(check(VPC, { enableDnsSupport: false }).inputs.enableDnsSupport, false);
  });

  it("names every mistake at once", () => {
    const { failures } = check("aws:ec2/subnet:Subnet", { cidrBlock: "10.0.0.0/30" });
    assert.deepEqual(failures.map(({ property }) => property).sort(), ["cidrBlock", "vpcId"]);
  });

  const refused: readonly (readonly [type: string, inputs: WireObject, reason: RegExp])[] = [
    [VPC, { cidrBlock: "10.0.0.0/8" }, /^InvalidVpc\.Range/],
    [VPC, { cidrBlock: "10.0.0.1/16" }, /^InvalidVpc\.Range/],
    [
      GROUP,
      { retentionInDays: 8 },
      /^InvalidParameterException: retentionInDays is 8; it must be one of 0, 1, 3/,
    ],
    [GROUP, { name: "a b" }, /^InvalidParameterException/],
    ["aws:iam/role:Role", { name: "a/b", assumeRolePolicy: "{}" }, /^ValidationError/],
    ["aws:iam/role:Role", { assumeRolePolicy: "no JSON" }, /^MalformedPolicyDocument/],
    ["aws:iam/policy:Policy", { policy: JSON.stringify({ a: "x".repeat(6200) }) }, /^LimitExceeded/],
    ["aws:kms/alias:Alias", { name: "alias/aws/mine", targetKeyId: "k" }, /^ValidationException/],
    ["aws:ec2/securityGroup:SecurityGroup", { name: "sg-mine" }, /^InvalidParameterValue/],
    [
      "aws:ec2/networkAclRule:NetworkAclRule",
      { ruleNumber: 0, networkAclId: "a", protocol: "-1", ruleAction: "allow" },
      /ruleNumber is 0/,
    ],
    ["aws:s3/bucket:Bucket", { bucket: "Upper" }, /^InvalidBucketName/],
  ];
  for (const [type, inputs, reason] of refused) {
    it(`refuses ${type} with ${JSON.stringify(inputs).slice(0, 60)} as AWS does`, () => {
      assert.match(
        check(type, inputs)
          .failures.map((failure) => failure.reason)
          .join("\n"),
        reason,
      );
    });
  }

  it("judges neither unknown values nor leaks secret ones as long as they are right", () => {
    assert.deepEqual(check(VPC, { cidrBlock: UNKNOWN }).failures, []);
    assert.deepEqual(check(VPC, { cidrBlock: secret("10.0.0.0/16") }).failures, []);
  });
});
