import * as assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as fc from "fast-check";
import { AwsError, SimulatedAws, throttling, type ProviderSettings } from "../../simulator";
import { RESOURCE_TYPES } from "../../simulator/resource-types";
import { UNKNOWN, type WireObject } from "../../simulator/wire";
import { text } from "./text";

const SETTINGS: ProviderSettings = {
  region: "eu-west-1",
  accountId: "123456789012",
  defaultTags: { Owner: "platform", Stage: "dev" },
  allowedAccountIds: [],
};

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const GROUP = "aws:cloudwatch/logGroup:LogGroup";

const urnOf = (type: string, name: string): string => `urn:pulumi:dev::platform::${type}::${name}`;

/** Checks and creates, as the engine does. */
async function make(
  aws: SimulatedAws,
  type: string,
  name: string,
  given: WireObject,
): Promise<{ id: string; inputs: WireObject; outputs: WireObject }> {
  const urn = urnOf(type, name);
  const { inputs, failures } = aws.check({ urn, type, inputs: given, settings: SETTINGS });
  assert.deepEqual(failures, []);
  return { inputs, ...(await aws.create({ urn, type, inputs, settings: SETTINGS, preview: false })) };
}

const refusedWith =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof AwsError && error.code === code && error.message.startsWith(`${code}: `);

describe("simulator/simulated-aws", () => {
  it("gives ids that depend on the URN alone and differ between URNs", () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { minLength: 2, maxLength: 8 });
    return fc.assert(
      fc.asyncProperty(names, async (given) => {
        const ids = async (): Promise<string[]> => {
          const aws = new SimulatedAws();
          const made = [];
          for (const name of given) made.push(await make(aws, VPC, name, { cidrBlock: "10.0.0.0/16" }));
          return made.map(({ id }) => id);
        };
        const first = await ids();
        assert.deepEqual(await ids(), first);
        assert.equal(new Set(first).size, given.length);
      }),
      { numRuns: 20 },
    );
  });

  it("gives a resource that is made again another id and another name", async () => {
    const aws = new SimulatedAws();
    const first = await make(aws, GROUP, "logs", {});
    await aws.delete({ urn: urnOf(GROUP, "logs"), type: GROUP, id: first.id });
    const second = await make(aws, GROUP, "logs", {});
    assert.notEqual(second.id, first.id);
    assert.notEqual(second.inputs.name, first.inputs.name);
  });

  it("answers a preview with the inputs and unknown attributes, and makes nothing", async () => {
    const aws = new SimulatedAws();
    const inputs = { cidrBlock: "10.0.0.0/16" };
    const urn = urnOf(VPC, "main");
    const { id, outputs } = await aws.create({ urn, type: VPC, inputs, settings: SETTINGS, preview: true });
    assert.equal(id, "");
    assert.equal(outputs.cidrBlock, "10.0.0.0/16");
    for (const name of ["arn", "ipv6CidrBlock", "mainRouteTableId"])
      assert.equal(outputs[name], UNKNOWN, name);
    aws.store.view(({ resources }) => {
      assert.deepEqual(resources, []);
    });
  });

  it("knows the same attributes in a preview as after creation", async () => {
    const aws = new SimulatedAws();
    const inputs = { cidrBlock: "10.0.0.0/16" };
    const urn = urnOf(VPC, "main");
    const before = await aws.create({ urn, type: VPC, inputs, settings: SETTINGS, preview: true });
    const after = await aws.create({ urn, type: VPC, inputs, settings: SETTINGS, preview: false });
    const unknown = Object.keys(before.outputs).filter((name) => before.outputs[name] === UNKNOWN);
    assert.deepEqual(
      unknown.filter((name) => after.outputs[name] === undefined),
      [],
    );
  });

  it("reads what it created, attribute for attribute, with the inputs", async () => {
    const aws = new SimulatedAws();
    const made = await make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16", tags: { Name: "main" } });
    const urn = urnOf(VPC, "main");
    const read = await aws.read({ urn, type: VPC, id: made.id, inputs: made.inputs, settings: SETTINGS });
    assert.deepEqual(read, { id: made.id, outputs: made.outputs, inputs: made.inputs });
  });

  it("reads nothing of what does not exist", async () => {
    const request = { urn: urnOf(VPC, "main"), type: VPC, id: "vpc-1", inputs: {}, settings: SETTINGS };
    assert.equal((await new SimulatedAws().read(request)).id, "");
  });

  it("keeps what AWS assigned when a resource is changed, and drops properties that are taken away", async () => {
    const aws = new SimulatedAws();
    const made = await make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16", tags: { Name: "main" } });
    const request = {
      urn: urnOf(VPC, "main"),
      type: VPC,
      id: made.id,
      inputs: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true },
      olds: made.outputs,
      oldInputs: made.inputs,
      settings: SETTINGS,
    };
    for (const preview of [true, false]) {
      const { outputs } = await aws.update({ ...request, preview });
      assert.equal(outputs.mainRouteTableId, made.outputs.mainRouteTableId);
      assert.equal(outputs.enableDnsHostnames, true);
      assert.equal(outputs.tags, undefined);
    }
  });

  describe("refuses", () => {
    const cases: readonly (readonly [
      title: string,
      code: string,
      attempt: (aws: SimulatedAws) => Promise<unknown>,
    ])[] = [
      [
        "a subnet outside its VPC",
        "InvalidSubnet.Range",
        async (aws) => {
          const { id } = await make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16" });
          return make(aws, SUBNET, "a", { vpcId: id, cidrBlock: "10.1.0.0/24" });
        },
      ],
      [
        "a subnet that overlaps another",
        "InvalidSubnet.Conflict",
        async (aws) => {
          const { id } = await make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16" });
          await make(aws, SUBNET, "a", { vpcId: id, cidrBlock: "10.0.0.0/24" });
          return make(aws, SUBNET, "b", { vpcId: id, cidrBlock: "10.0.0.128/25" });
        },
      ],
      [
        "a zone of another Region",
        "InvalidParameterValue",
        async (aws) => {
          const { id } = await make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16" });
          return make(aws, SUBNET, "a", {
            vpcId: id,
            cidrBlock: "10.0.0.0/24",
            availabilityZone: "us-east-1a",
          });
        },
      ],
      [
        "a subnet in a VPC that does not exist",
        "InvalidVpcID.NotFound",
        (aws) => make(aws, SUBNET, "a", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" }),
      ],
      [
        "a second role of a name",
        "EntityAlreadyExists",
        async (aws) => {
          const role = { name: "deployer", assumeRolePolicy: "{}" };
          await make(aws, "aws:iam/role:Role", "one", role);
          return make(aws, "aws:iam/role:Role", "two", role);
        },
      ],
      [
        "a second security group of a name in a VPC",
        "InvalidGroup.Duplicate",
        async (aws) => {
          const { id } = await make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16" });
          return make(aws, "aws:ec2/securityGroup:SecurityGroup", "mine", { vpcId: id, name: "default" });
        },
      ],
      [
        "a second route to a destination",
        "RouteAlreadyExists",
        async (aws) => {
          const vpc = await make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16" });
          const table = await make(aws, "aws:ec2/routeTable:RouteTable", "t", { vpcId: vpc.id });
          const route = {
            routeTableId: table.id,
            destinationCidrBlock: "0.0.0.0/0",
            networkInterfaceId: "eni-1",
          };
          await make(aws, "aws:ec2/route:Route", "one", route);
          return make(aws, "aws:ec2/route:Route", "two", route);
        },
      ],
      [
        "to delete a VPC that has a subnet",
        "DependencyViolation",
        async (aws) => {
          const { id } = await make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16" });
          await make(aws, SUBNET, "a", { vpcId: id, cidrBlock: "10.0.0.0/24" });
          return aws.delete({ urn: urnOf(VPC, "main"), type: VPC, id });
        },
      ],
      [
        "to delete a role that has a policy",
        "DeleteConflict",
        async (aws) => {
          const { id } = await make(aws, "aws:iam/role:Role", "r", { assumeRolePolicy: "{}" });
          await make(aws, "aws:iam/rolePolicy:RolePolicy", "p", { role: id, policy: "{}" });
          return aws.delete({ urn: urnOf("aws:iam/role:Role", "r"), type: "aws:iam/role:Role", id });
        },
      ],
      [
        "to delete a protected log group",
        "ValidationException",
        async (aws) => {
          const { id } = await make(aws, GROUP, "logs", { deletionProtectionEnabled: true });
          return aws.delete({ urn: urnOf(GROUP, "logs"), type: GROUP, id });
        },
      ],
      [
        "to delete a protected resource of a type it does not know",
        "InvalidParameterCombination",
        async (aws) => {
          const type = "aws:rds/cluster:Cluster";
          const { id } = await make(aws, type, "db", {
            engine: "aurora-postgresql",
            deletionProtection: true,
          });
          return aws.delete({ urn: urnOf(type, "db"), type, id });
        },
      ],
      [
        "a function it does not know",
        "UnsupportedOperation",
        (aws) => aws.invoke({ token: "aws:ec2/getAmi:getAmi", args: {}, settings: SETTINGS }),
      ],
    ];
    for (const [title, code, attempt] of cases) {
      it(`${title}, with ${code}`, () => assert.rejects(attempt(new SimulatedAws()), refusedWith(code)));
    }
  });

  it("deletes what a VPC brought along with it, and nothing twice", async () => {
    const aws = new SimulatedAws();
    const { id } = await make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16" });
    const request = { urn: urnOf(VPC, "main"), type: VPC, id };
    await aws.delete(request);
    await aws.delete(request);
    aws.store.view(({ resources }) => {
      assert.deepEqual(resources, []);
    });
  });

  it("lets a program use what existed before", async () => {
    const aws = new SimulatedAws({
      existing: [{ type: VPC, id: "vpc-1", attributes: { cidrBlock: "10.0.0.0/16" } }],
    });
    const { id } = await make(aws, SUBNET, "a", { vpcId: "vpc-1", cidrBlock: "10.0.0.0/24" });
    assert.match(id, /^subnet-0/);
  });

  it("throttles as often as the fault plan says, and then answers", async () => {
    const aws = new SimulatedAws({ faults: { faults: [throttling(2, { type: VPC })] } });
    const attempt = (): Promise<unknown> => make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16" });
    await assert.rejects(attempt(), refusedWith("ThrottlingException"));
    await assert.rejects(attempt(), refusedWith("ThrottlingException"));
    await attempt();
  });

  it("says what it made up, and only that", async () => {
    const aws = new SimulatedAws();
    await make(aws, VPC, "main", { cidrBlock: "10.0.0.0/16" });
    assert.deepEqual(aws.approximations(), []);
    await make(aws, "aws:ivs/channel:Channel", "jobs", {});
    const [only] = aws.approximations();
    assert.equal(aws.approximations().length, 1);
    assert.equal(only?.urn, urnOf("aws:ivs/channel:Channel", "jobs"));
  });

  it("makes up attributes of the right shape, named by the installed SDK, for types it does not know", async () => {
    const { outputs } = await make(new SimulatedAws(), "aws:ivs/channel:Channel", "jobs", {});
    assert.match(text(outputs.arn), /^arn:aws:ivs:eu-west-1:123456789012:channel\/jobs-[0-9a-f]{7}$/);
    assert.match(text(outputs.playbackUrl), /^https:/);
    assert.equal(typeof outputs.authorized, "boolean");
  });

  it("answers for a type of no SDK too, and says that nothing is known of it", async () => {
    const aws = new SimulatedAws();
    const { id } = await make(aws, "aws:nothing/here:Here", "x", { size: 1 });
    assert.match(id, /^here-0[0-9a-f]{16}$/);
    assert.match(aws.approximations()[0]?.what ?? "", /nothing is known/);
  });

  it("has a table entry for types of the installed SDK only", () => {
    const load = createRequire(__filename);
    for (const type of RESOURCE_TYPES.keys()) {
      const [provider, path] = type.split(":");
      if (provider === "aws") assert.doesNotThrow(() => load.resolve(`@pulumi/aws/${path ?? ""}`), type);
    }
  });
});
