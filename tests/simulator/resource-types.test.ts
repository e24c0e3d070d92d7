import * as assert from "node:assert/strict";
import { InstalledSdk } from "../../simulator/installed-sdk";
import { RESOURCE_TYPES } from "../../simulator/resource-types";
import { AUTONAMES } from "../../simulator/resource-types/autonames";
import { SimulatedAws } from "../../simulator";
import type { WireObject } from "../../simulator/wire";
import { text } from "./text";

const SETTINGS = { region: "eu-west-1", accountId: "123456789012", defaultTags: {}, allowedAccountIds: [] };
const sdk = new InstalledSdk(process.cwd());

/** Creates one after another; an input `@name` stands for the id of a resource made before. */
async function build(
  resources: Readonly<Record<string, readonly [type: string, inputs: WireObject]>>,
): Promise<{
  id: Record<string, string>;
  outputs: Record<string, WireObject>;
}> {
  const aws = new SimulatedAws();
  const id: Record<string, string> = {};
  const outputs: Record<string, WireObject> = {};
  const resolve = (text: string): string =>
    text.replace(/"@(\w+)"/g, (_, name: string) => JSON.stringify(id[name]));
  for (const [name, [type, given]] of Object.entries(resources)) {
    const urn = `urn:pulumi:dev::lab::${type}::${name}`;
    const inputs = JSON.parse(resolve(JSON.stringify(given))) as WireObject;
    const checked = aws.check({ urn, type, inputs, settings: SETTINGS });
    assert.deepEqual(checked.failures, []);
    const made = await aws.create({ urn, type, inputs: checked.inputs, settings: SETTINGS, preview: false });
    id[name] = made.id;
    outputs[name] = made.outputs;
  }
  return { id, outputs };
}

const vpc = ["aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }] as const;
const subnet = [
  "aws:ec2/subnet:Subnet",
  { vpcId: "@vpc", cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1b" },
] as const;

describe("simulator/resource-types", () => {
  for (const [type, definition] of RESOURCE_TYPES) {
    it(`speaks of ${type} in properties that the installed SDK has`, () => {
      const inputs = sdk.facts(type)?.inputs ?? new Set();
      const named = [
        ...(definition.forceNew ?? []),
        ...Object.keys(definition.defaults ?? {}),
        ...Object.keys(definition.references ?? {}),
        ...(definition.rules ?? []).map(({ property }) => property),
      ];
      assert.deepEqual(
        named.filter((property) => !inputs.has(property)),
        [],
      );
    });
  }

  it("names types by themselves only in properties that they have", () => {
    for (const [type, autoname] of Object.entries(AUTONAMES)) {
      const inputs = sdk.facts(type)?.inputs;
      assert.ok(inputs?.has(autoname === "none" ? "name" : autoname.property), type);
    }
  });

  it("gives ids and ARNs in AWS's formats", async () => {
    const { id, outputs } = await build({
      vpc,
      subnet,
      address: ["aws:ec2/eip:Eip", {}],
      nat: ["aws:ec2/natGateway:NatGateway", { subnetId: "@subnet", allocationId: "@address" }],
      key: ["aws:kms/key:Key", {}],
      role: ["aws:iam/role:Role", { name: "deployer", path: "/ci/", assumeRolePolicy: "{}" }],
      policy: ["aws:iam/policy:Policy", { name: "reader", policy: "{}" }],
      group: ["aws:cloudwatch/logGroup:LogGroup", { name: "/app/web" }],
    });
    assert.match(id.subnet ?? "", /^subnet-0[0-9a-f]{16}$/);
    assert.match(id.address ?? "", /^eipalloc-0[0-9a-f]{16}$/);
    assert.match(id.key ?? "", /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(id.policy, "arn:aws:iam::123456789012:policy/reader");
    assert.equal(outputs.role?.arn, "arn:aws:iam::123456789012:role/ci/deployer");
    assert.equal(outputs.group?.arn, "arn:aws:logs:eu-west-1:123456789012:log-group:/app/web");
    assert.equal(outputs.key?.arn, `arn:aws:kms:eu-west-1:123456789012:key/${id.key ?? ""}`);
  });

  it("gives a subnet the other word for its zone", async () => {
    const byId = {
      ...subnet[1],
      availabilityZone: undefined,
      availabilityZoneId: "euw1-az3",
    } as unknown as WireObject;
    const { outputs } = await build({ vpc, subnet: ["aws:ec2/subnet:Subnet", byId] });
    assert.equal(outputs.subnet?.availabilityZone, "eu-west-1c");
    assert.equal((await build({ vpc, subnet })).outputs.subnet?.availabilityZoneId, "euw1-az2");
  });

  it("lets a program take over what AWS made with the VPC", async () => {
    const { id, outputs } = await build({ vpc });
    const made = outputs.vpc ?? {};
    const taken = await build({
      vpc,
      group: ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: "@vpc" }],
      acl: [
        "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
        { defaultNetworkAclId: made.defaultNetworkAclId ?? "" },
      ],
      table: [
        "aws:ec2/defaultRouteTable:DefaultRouteTable",
        { defaultRouteTableId: made.defaultRouteTableId ?? "" },
      ],
    });
    assert.equal(taken.id.group, made.defaultSecurityGroupId);
    assert.equal(taken.id.acl, made.defaultNetworkAclId);
    assert.equal(taken.outputs.table?.vpcId, id.vpc);
  });

  it("gives a VPC an IPv6 block only where one is asked for", async () => {
    const dual = { ...vpc[1], assignGeneratedIpv6CidrBlock: true };
    assert.equal((await build({ vpc })).outputs.vpc?.ipv6CidrBlock, "");
    assert.match(
      text((await build({ vpc: [vpc[0], dual] })).outputs.vpc?.ipv6CidrBlock),
      /^2a05:d018:[0-9a-f]+:[0-9a-f]{2}00::\/56$/,
    );
  });

  const endpoint = { vpcId: "@vpc", vpcEndpointType: "Interface", privateDnsEnabled: true };
  const refused: readonly (readonly [
    title: string,
    message: RegExp,
    resources: Parameters<typeof build>[0],
  ])[] = [
    [
      "an endpoint for another Region's service",
      /InvalidServiceName/,
      {
        vpc,
        e: ["aws:ec2/vpcEndpoint:VpcEndpoint", { ...endpoint, serviceName: "com.amazonaws.us-east-1.sts" }],
      },
    ],
    [
      "two subnets of a zone for one endpoint",
      /DuplicateSubnetsInSameZone/,
      {
        vpc,
        one: subnet,
        two: [subnet[0], { ...subnet[1], cidrBlock: "10.0.1.0/24" }],
        e: [
          "aws:ec2/vpcEndpoint:VpcEndpoint",
          { ...endpoint, serviceName: "com.amazonaws.eu-west-1.sts", subnetIds: ["@one", "@two"] },
        ],
      },
    ],
    [
      "private DNS of a service twice in a VPC",
      /InvalidParameter: private DNS/,
      {
        vpc,
        e: ["aws:ec2/vpcEndpoint:VpcEndpoint", { ...endpoint, serviceName: "com.amazonaws.eu-west-1.sts" }],
        f: ["aws:ec2/vpcEndpoint:VpcEndpoint", { ...endpoint, serviceName: "com.amazonaws.eu-west-1.sts" }],
      },
    ],
    ["a flow log of nothing", /exactly one of/, { log: ["aws:ec2/flowLog:FlowLog", { trafficType: "ALL" }] }],
    [
      "a route with two targets",
      /exactly one target/,
      {
        vpc,
        table: ["aws:ec2/routeTable:RouteTable", { vpcId: "@vpc" }],
        gateway: ["aws:ec2/internetGateway:InternetGateway", { vpcId: "@vpc" }],
        route: [
          "aws:ec2/route:Route",
          {
            routeTableId: "@table",
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: "@gateway",
            networkInterfaceId: "eni-1",
          },
        ],
      },
    ],
    [
      "a public NAT gateway without an address",
      /MissingParameter/,
      { vpc, subnet, nat: ["aws:ec2/natGateway:NatGateway", { subnetId: "@subnet" }] },
    ],
    [
      "a second ACL rule of a number and direction",
      /NetworkAclEntryAlreadyExists/,
      {
        vpc,
        acl: ["aws:ec2/networkAcl:NetworkAcl", { vpcId: "@vpc" }],
        one: [
          "aws:ec2/networkAclRule:NetworkAclRule",
          { networkAclId: "@acl", ruleNumber: 100, protocol: "-1", ruleAction: "allow" },
        ],
        two: [
          "aws:ec2/networkAclRule:NetworkAclRule",
          { networkAclId: "@acl", ruleNumber: 100, protocol: "-1", ruleAction: "deny" },
        ],
      },
    ],
    [
      "a log group under a key that does not exist",
      /InvalidParameterException: kmsKeyId names/,
      {
        group: [
          "aws:cloudwatch/logGroup:LogGroup",
          { kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/none" },
        ],
      },
    ],
  ];
  for (const [title, message, resources] of refused) {
    it(`refuses ${title}`, () => assert.rejects(build(resources), message));
  }
});
