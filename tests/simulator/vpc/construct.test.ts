import * as assert from "node:assert/strict";
import { childUrn, constructVpc, type ConstructResult } from "../../../simulator";
import { UNKNOWN, type Wire, type WireObject } from "../../../simulator/wire";
import { RecordingRegistrar, ROOT } from "./recording-registrar";

const bareUrn = (urn: string): string => urn.split("::").slice(2).join("::").split("$").at(-1) ?? "";

async function construct(
  inputs: WireObject,
  preview = false,
): Promise<{ registrar: RecordingRegistrar; result: ConstructResult }> {
  const registrar = new RecordingRegistrar(preview);
  const result = await constructVpc({ name: "main", parent: ROOT, inputs, preview }, registrar);
  return { registrar, result };
}

const zones = (count: number): string[] =>
  ["a", "b", "c"].slice(0, count).map((letter) => `eu-west-1${letter}`);

describe("simulator/vpc/construct", () => {
  it("makes as many children as awsx does for two zones and every NAT strategy", async () => {
    const specs = ["Public", "Private", "Isolated"].map((type, tier) => ({
      type,
      cidrBlocks: [0, 1].map((zone) => `10.0.${tier * 32 + zone * 16}.0/20`),
    }));
    for (const [strategy, count] of [
      ["OnePerAz", 28],
      ["Single", 26],
      ["None", 22],
    ] as const) {
      const { registrar } = await construct({
        availabilityZoneNames: zones(2),
        subnetStrategy: "Auto",
        subnetSpecs: specs,
        natGateways: { strategy },
      });
      assert.equal(registrar.registrations.filter(({ custom }) => custom).length, count, strategy);
    }
  });

  it("names unnamed specs after their type in lower case", async () => {
    const { registrar } = await construct({
      availabilityZoneNames: zones(1),
      subnetStrategy: "Auto",
      subnetSpecs: [{ type: "Private" }, { type: "Public" }],
    });
    assert.deepEqual(registrar.namesOf("Subnet"), ["main-private-1", "main-public-1"]);
  });

  it("puts NAT gateways into the first of two public specs only, and routes both private ones to it", async () => {
    const { registrar } = await construct({
      availabilityZoneNames: zones(2),
      subnetStrategy: "Auto",
      subnetSpecs: [
        { type: "Public", name: "front" },
        { type: "Public", name: "back" },
        { type: "Private", name: "app" },
        { type: "Private", name: "jobs" },
      ],
    });
    const nats = registrar.registrations.filter(({ type }) => type.endsWith(":NatGateway"));
    assert.deepEqual(nats.map(({ parent }) => bareUrn(parent)).sort(), [
      "aws:ec2/subnet:Subnet::main-front-1",
      "aws:ec2/subnet:Subnet::main-front-2",
    ]);
    const nat = registrar.inputsOf("Route", "main-app-1").natGatewayId;
    assert.equal(registrar.inputsOf("Route", "main-jobs-1").natGatewayId, nat);
    assert.equal(registrar.namesOf("Route").length, 8);
  });

  it("uses given allocation ids and makes no address", async () => {
    const registrar = new RecordingRegistrar(true);
    await constructVpc(
      {
        name: "main",
        parent: ROOT,
        preview: true,
        inputs: {
          availabilityZoneNames: zones(2),
          natGateways: { strategy: "OnePerAz", elasticIpAllocationIds: ["eipalloc-1", "eipalloc-2"] },
        },
      },
      registrar,
    );
    assert.deepEqual(registrar.namesOf("Eip"), []);
    assert.equal(registrar.inputsOf("NatGateway", "main-2").allocationId, "eipalloc-2");
  });

  it("makes an internet gateway and no route for isolated tiers alone", async () => {
    const { registrar, result } = await construct({
      availabilityZoneNames: zones(2),
      natGateways: { strategy: "None" },
      subnetStrategy: "Auto",
      subnetSpecs: [{ type: "Isolated" }],
    });
    assert.deepEqual(registrar.namesOf("InternetGateway"), ["main"]);
    assert.deepEqual(registrar.namesOf("Route"), []);
    assert.deepEqual(result.state.publicSubnetIds, []);
  });

  it("hands the Region, the provider and protection on to every child", async () => {
    const registrar = new RecordingRegistrar(true);
    await constructVpc(
      {
        name: "main",
        parent: ROOT,
        preview: true,
        protect: true,
        providers: { aws: "urn:provider::id" },
        inputs: {
          availabilityZoneNames: ["us-east-1a"],
          region: "us-east-1",
          natGateways: { strategy: "None" },
        },
      },
      registrar,
    );
    const children = registrar.registrations.filter(({ custom }) => custom);
    assert.ok(children.length > 5);
    for (const child of children) {
      assert.equal(child.inputs.region, "us-east-1");
      assert.equal(child.provider, "urn:provider::id");
      assert.equal(child.protect, true);
    }
  });

  it("takes three zones of the Region when none are given, or as many as wanted", async () => {
    assert.equal((await construct({})).registrar.namesOf("Subnet").length, 6);
    assert.equal((await construct({ numberOfAvailabilityZones: 2 })).registrar.namesOf("Subnet").length, 4);
  });

  it("lets tags of the component rename VPC and gateway, and tags of a spec win over them on subnets only", async () => {
    const { registrar } = await construct({
      availabilityZoneNames: zones(1),
      subnetStrategy: "Auto",
      tags: { Name: "mine", Owner: "all" },
      subnetSpecs: [{ type: "Private", tags: { Owner: "tier", Name: "ignored" } }, { type: "Public" }],
    });
    assert.deepEqual(registrar.inputsOf("Vpc", "main").tags, { Name: "mine", Owner: "all" });
    assert.deepEqual(registrar.inputsOf("Subnet", "main-private-1").tags, {
      Name: "main-private-1",
      Owner: "tier",
      SubnetType: "Private",
    });
    assert.deepEqual(registrar.inputsOf("RouteTable", "main-private-1").tags, {
      Name: "main-private-1",
      Owner: "all",
      SubnetType: "Private",
    });
  });

  it("names only the Name tag after the zone when asked to", async () => {
    const { registrar } = await construct({
      availabilityZoneNames: zones(1),
      subnetNameTagStrategy: "AvailabilityZone",
    });
    const { tags } = registrar.inputsOf("Subnet", "main-public-1");
    assert.deepEqual(tags, { Name: "main-public-1a", SubnetType: "Public" });
  });

  it("deals out IPv6 blocks zone by zone", async () => {
    const { registrar } = await construct({
      availabilityZoneNames: zones(2),
      assignGeneratedIpv6CidrBlock: true,
    });
    const blocks = ["main-public-1", "main-public-2", "main-private-1", "main-private-2"].map((name) =>
      (registrar.inputsOf("Subnet", name).ipv6CidrBlock as string).replace(/^.*(..)::\/64$/, "$1"),
    );
    assert.deepEqual(blocks, ["00", "01", "02", "03"]);
    assert.equal(registrar.inputsOf("Subnet", "main-public-1").assignIpv6AddressOnCreation, true);
  });

  it("gives endpoints of the strategy Auto the VPC's route tables, subnets, DNS and a security group", async () => {
    const { registrar, result } = await construct({
      availabilityZoneNames: zones(2),
      vpcEndpointStrategy: "Auto",
      vpcEndpointSpecs: [
        { serviceName: "com.amazonaws.eu-west-1.s3" },
        { serviceName: "com.amazonaws.eu-west-1.ecr.api", vpcEndpointType: "Interface" },
      ],
    });
    const gateway = registrar.inputsOf("VpcEndpoint", "com.amazonaws.eu-west-1.s3");
    assert.equal((gateway.routeTableIds as readonly Wire[]).length, 4);
    const api = registrar.inputsOf("VpcEndpoint", "com.amazonaws.eu-west-1.ecr.api");
    assert.deepEqual(api.subnetIds, result.state.privateSubnetIds);
    assert.equal(api.privateDnsEnabled, true);
    assert.equal((api.securityGroupIds as readonly Wire[]).length, 1);
    const rule = registrar.inputsOf("SecurityGroupRule", "com.amazonaws.eu-west-1.ecr.api-ingress");
    assert.deepEqual(rule.cidrBlocks, ["10.0.0.0/16"]);
    assert.equal(rule.fromPort, 443);
    assert.equal(registrar.inputsOf("Vpc", "main").enableDnsHostnames, true);
    assert.equal((result.state.vpcEndpoints as readonly Wire[]).length, 2);
  });

  it("registers legacy endpoints as they are and warns of what they lack", async () => {
    const { registrar } = await construct({
      availabilityZoneNames: zones(1),
      vpcEndpointSpecs: [{ serviceName: "com.amazonaws.eu-west-1.s3" }],
    });
    assert.equal(registrar.inputsOf("VpcEndpoint", "com.amazonaws.eu-west-1.s3").routeTableIds, undefined);
    assert.match(registrar.warnings.join(), /no routeTableIds/);
  });

  it("leaves the ranges of subnets unknown while a pool has not given the VPC its own", async () => {
    const inputs = {
      availabilityZoneNames: zones(1),
      ipv4IpamPoolId: "ipam-pool-1",
      ipv4NetmaskLength: 20,
      subnetStrategy: "Auto",
    };
    const { registrar } = await construct(inputs, true);
    assert.equal(registrar.inputsOf("Subnet", "main-public-1").cidrBlock, UNKNOWN);
    const subnet = registrar.registrations.find(({ type }) => type === "aws:ec2/subnet:Subnet");
    assert.ok(subnet !== undefined);
    const { cidrBlock = [] } = subnet.propertyDependencies;
    assert.deepEqual(cidrBlock.map(bareUrn), ["aws:ec2/vpc:Vpc::main"]);
  });

  it("carries the dependencies of an argument into every child that uses it", async () => {
    const registrar = new RecordingRegistrar(true);
    const owner = childUrn({ stack: "test", project: "lab", parent: ROOT, type: "a:b:C", name: "owner" });
    await constructVpc(
      {
        name: "main",
        parent: ROOT,
        preview: true,
        inputs: { availabilityZoneNames: zones(1), tags: { Owner: "x" } },
        inputDependencies: { tags: [owner] },
      },
      registrar,
    );
    const vpc = registrar.registrations.find(({ type }) => type === "aws:ec2/vpc:Vpc");
    assert.deepEqual(vpc?.dependencies, [owner]);
    assert.deepEqual(vpc.propertyDependencies.tags, [owner]);
  });
});
