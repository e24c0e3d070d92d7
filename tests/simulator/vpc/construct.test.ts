import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { childUrn, constructVpc, type ConstructResult } from "../../../simulator";
import { UNKNOWN, type Wire, type WireObject } from "../../../simulator/wire";
import { RecordingRegistrar, ROOT } from "./recording-registrar";

interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly inputs: WireObject;
  readonly dependencies: readonly string[];
}

interface Golden {
  readonly resources: readonly Recorded[];
  readonly construct: {
    readonly request: { readonly name: string; readonly inputs: WireObject };
    readonly response: {
      readonly state: WireObject;
      readonly stateDependencies: Record<string, { readonly urns: readonly string[] }>;
    };
  };
}

const GOLDEN = path.join(__dirname, "..", "golden");

function golden(file: string): Record<"preview" | "up", Golden> {
  return JSON.parse(fs.readFileSync(path.join(GOLDEN, file), "utf8")) as Record<"preview" | "up", Golden>;
}

/** Ids differ between two AWS accounts; what they belong to does not. */
function withoutIds(value: Wire, ids: ReadonlyMap<string, string>): Wire {
  if (typeof value === "string") return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item: Wire) => withoutIds(item, ids));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutIds(inner, ids)]));
}

const shortUrn = (urn: string): string => urn.split("::").slice(2).join("::");
const bareUrn = (urn: string): string => shortUrn(urn).split("$").at(-1) ?? "";

function text(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => one.localeCompare(other)))
      : inner,
  );
}

function idNames(references: WireObject): Map<string, string> {
  const lists = Object.values(references).flatMap((value) =>
    Array.isArray(value) ? value : [value],
  ) as Wire[];
  const pairs = lists.flatMap((item): [string, string][] => {
    if (typeof item !== "object" || item === null || Array.isArray(item)) return [];
    const { id, urn } = item as Record<string, Wire>;
    return typeof id === "string" && typeof urn === "string" && id !== UNKNOWN ? [[id, shortUrn(urn)]] : [];
  });
  return new Map(pairs);
}

async function construct(
  inputs: WireObject,
  preview = false,
): Promise<{ registrar: RecordingRegistrar; result: ConstructResult }> {
  const registrar = new RecordingRegistrar(preview);
  const result = await constructVpc({ name: "main", parent: ROOT, inputs, preview }, registrar);
  return { registrar, result };
}

async function refusal(inputs: WireObject): Promise<string> {
  const registrar = new RecordingRegistrar(false);
  try {
    await constructVpc({ name: "main", parent: ROOT, inputs, preview: false }, registrar);
  } catch (error) {
    assert.equal(
      registrar.registrations.filter(({ custom }) => custom).length,
      0,
      "no child before the refusal",
    );
    return (error as Error).message;
  }
  throw new Error("it was not refused");
}

const zones = (count: number): string[] =>
  ["a", "b", "c"].slice(0, count).map((letter) => `eu-west-1${letter}`);

function comparable(resource: Recorded, ids: ReadonlyMap<string, string>): string {
  const { type, name, parent, dependencies } = resource;
  const inputs = withoutIds(resource.inputs, ids);
  return text({ type, name, parent, inputs, dependencies: [...dependencies].sort() });
}

describe("simulator/vpc/construct", () => {
  for (const file of ["oneperaz.json", "single.json", "none.json"]) {
    for (const mode of ["preview", "up"] as const) {
      it(`registers the same children as awsx did in ${file}, ${mode}`, async () => {
        const recorded = golden(file)[mode];
        const { registrar, result } = await construct(recorded.construct.request.inputs, mode === "preview");
        const theirs = idNames(recorded.construct.response.state);
        const ours = idNames(result.state);
        const expected = recorded.resources
          .filter(({ type }) => type !== "awsx:ec2:Vpc")
          .map((resource) => comparable(resource, theirs));
        const actual = registrar.registrations
          .filter(({ custom }) => custom)
          .map(({ parent, dependencies, ...rest }) =>
            comparable({ ...rest, parent: bareUrn(parent), dependencies: dependencies.map(bareUrn) }, ours),
          );
        assert.deepEqual(actual.sort(), expected.sort());
      });

      it(`answers with the same outputs and dependencies as awsx did in ${file}, ${mode}`, async () => {
        const { request, response } = golden(file)[mode].construct;
        const { result } = await construct(request.inputs, mode === "preview");
        const stack = /"urn:pulumi:[a-z]+::/g;
        const shown = (state: WireObject): string =>
          text(withoutIds(state, idNames(state))).replaceAll(stack, '"urn:pulumi:stack::');
        assert.equal(shown(result.state), shown(response.state));
        assert.deepEqual(
          Object.fromEntries(
            Object.entries(result.stateDependencies).map(([name, urns]) => [name, urns.map(shortUrn).sort()]),
          ),
          Object.fromEntries(
            Object.entries(response.stateDependencies).map(([name, { urns }]) => [
              name,
              urns.map(shortUrn).sort(),
            ]),
          ),
        );
      });
    }
  }

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
      String(registrar.inputsOf("Subnet", name).ipv6CidrBlock).replace(/^.*(..)::\/64$/, "$1"),
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
    assert.deepEqual(subnet?.propertyDependencies.cidrBlock?.map(bareUrn), ["aws:ec2/vpc:Vpc::main"]);
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
    assert.deepEqual(vpc?.propertyDependencies.tags, [owner]);
  });

  describe("refuses, before any child,", () => {
    const explicit = (...blocks: string[][]): WireObject => ({
      availabilityZoneNames: zones(2),
      subnetStrategy: "Auto",
      natGateways: { strategy: "None" },
      subnetSpecs: blocks.map((cidrBlocks, index) => ({
        type: "Isolated",
        name: `tier${index}`,
        cidrBlocks,
      })),
    });
    const cases: readonly (readonly [title: string, inputs: WireObject, message: RegExp])[] = [
      ["overlapping blocks", explicit(["10.0.0.0/20", "10.0.8.0/21"]), /overlaps/],
      ["a wrong number of blocks", explicit(["10.0.0.0/20"]), /one per zone, 2/],
      ["a malformed block", explicit(["10.0.0.0/20", "ten"]), /"ten", which is no IPv4 CIDR block/],
      [
        "blocks on only some specs",
        {
          ...explicit(["10.0.0.0/20", "10.0.16.0/20"]),
          subnetSpecs: [
            { type: "Isolated", cidrBlocks: ["10.0.0.0/20", "10.0.16.0/20"] },
            { type: "Public" },
          ],
        },
        /each must have them/,
      ],
      [
        "a mask that contradicts the blocks",
        {
          ...explicit(),
          subnetSpecs: [{ type: "Isolated", cidrMask: 24, cidrBlocks: ["10.0.0.0/20", "10.0.16.0/20"] }],
        },
        /does not agree/,
      ],
      [
        "NAT without a public tier",
        { ...explicit(["10.0.0.0/20", "10.0.16.0/20"]), natGateways: { strategy: "Single" } },
        /requires a public subnet/,
      ],
      [
        "an unknown NAT strategy",
        { natGateways: { strategy: "Many" } },
        /must be one of None, Single, OnePerAz/,
      ],
      [
        "two unnamed specs of one type",
        { ...explicit(), subnetSpecs: [{ type: "Isolated" }, { type: "Isolated" }] },
        /must have its own/,
      ],
      [
        "both ways of giving zones at once",
        { availabilityZoneNames: zones(2), numberOfAvailabilityZones: 2 },
        /only one of them/,
      ],
      [
        "a wrong number of allocation ids",
        {
          availabilityZoneNames: zones(2),
          natGateways: { strategy: "OnePerAz", elasticIpAllocationIds: ["eipalloc-1"] },
        },
        /takes 2/,
      ],
      [
        "gaps under the exact strategy",
        { ...explicit(["10.0.0.0/20", "10.0.32.0/20"]), subnetStrategy: "Exact" },
        /gap before/,
      ],
      ["no specs", { ...explicit(), subnetSpecs: [] }, /at least one subnet/],
      [
        "private DNS without DNS",
        {
          enableDnsSupport: false,
          vpcEndpointStrategy: "Auto",
          vpcEndpointSpecs: [{ serviceName: "s", vpcEndpointType: "Interface" }],
        },
        /requires true/,
      ],
    ];
    for (const [title, inputs, message] of cases) {
      it(title, async () => {
        assert.match(await refusal(inputs), message);
      });
    }
  });
});
