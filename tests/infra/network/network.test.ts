import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { ofFamily } from "../../../infra/core/declarations";
import { Network, type NetworkArgs } from "../../../infra/network";
import { simulate, type Simulation, type SimulatedResource } from "../../../simulator/mocks";
import { type BuiltForTest, buildNetwork, networkArgs } from "./built";

const subnetType = "aws:ec2/subnet:Subnet";
const routeType = "aws:ec2/route:Route";
const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** The networks that invariants are checked on: each mode, each size word, each tier missing once. */
const cases: Readonly<Record<string, Partial<NetworkArgs>>> = {
  "a small one": { zones: networkArgs.zones.slice(0, 2) },
  "one more zone": {},
  "the largest": {
    nat: "per-zone",
    encryptionControl: "enforce",
    protect: true,
    organizationId: "o-a1b2c3d4e5",
  },
  "regional and dual-stack": { nat: "regional", dualStack: true, encryptionControl: "enforce" },
  "closed, without data stores": {
    nat: "none",
    tierBlocks: { public: "10.20.0.0/21", app: "10.20.64.0/18", endpoints: "10.20.8.0/21" },
  },
};

const text = (resource: SimulatedResource, property: string): string => {
  const value = resource.inputs[property];
  assert.equal(typeof value, "string", `${resource.name}.${property}`);
  return String(value);
};

const list = (resource: SimulatedResource, property: string): readonly unknown[] => {
  const value = resource.inputs[property] ?? [];
  assert.ok(Array.isArray(value), `${resource.name}.${property}`);
  return value;
};

const tierOf = (subnet: SimulatedResource): string => subnet.name.split("-")[1] ?? "";

/** Route table of each subnet, by subnet id. */
const routeTables = (simulation: Simulation): ReadonlyMap<string, string> =>
  new Map(
    simulation
      .ofType("aws:ec2/routeTableAssociation:RouteTableAssociation")
      .map((association) => [text(association, "subnetId"), text(association, "routeTableId")]),
  );

/** Routes of a tier's subnets. */
const routesOf = (simulation: Simulation, tier: string): readonly SimulatedResource[] => {
  const tables = routeTables(simulation);
  const ofTier = simulation.ofType(subnetType).filter((subnet) => tierOf(subnet) === tier);
  const ids = new Set(ofTier.map(({ id }) => tables.get(id)));
  return simulation.ofType(routeType).filter((route) => ids.has(text(route, "routeTableId")));
};

describe("a network", function () {
  this.timeout(240_000);
  const built = new Map<string, BuiltForTest>();

  const of = (name: keyof typeof cases): BuiltForTest => {
    const found = built.get(name);
    assert.ok(found !== undefined, name);
    return found;
  };

  /** Checks something on every network. */
  const always = (check: (simulation: Simulation, args: NetworkArgs) => void): (() => void) => {
    return () => {
      for (const [name, { simulation }] of built) check(simulation, { ...networkArgs, ...cases[name] });
    };
  };

  before(async () => {
    for (const [name, changes] of Object.entries(cases)) built.set(name, await buildNetwork(changes));
  });

  it(
    "puts everything on the one provider it was given",
    always((simulation) => {
      const managed = simulation.resources().filter(({ custom, type }) => custom && type.startsWith("aws:"));
      assert.ok(managed.length > 80);
      assert.deepEqual(
        [...new Set(managed.map(({ provider }) => provider.split("::").slice(-2)[0]))],
        ["aws"],
      );
    }),
  );

  it(
    "gives each subnet exactly one network ACL and one route table",
    always((simulation) => {
      const subnets = simulation
        .ofType(subnetType)
        .map(({ id }) => id)
        .sort();
      const acls = simulation
        .ofType("aws:ec2/networkAcl:NetworkAcl")
        .flatMap((acl) => list(acl, "subnetIds"));
      assert.deepEqual([...acls].sort(), subnets);
      assert.deepEqual([...routeTables(simulation).keys()].sort(), subnets);
    }),
  );

  it(
    "gives no address out by itself, and places subnets by zone id",
    always((simulation, { zones }) => {
      for (const { inputs, name } of simulation.ofType(subnetType)) {
        assert.equal(inputs.mapPublicIpOnLaunch, false);
        assert.equal(inputs.assignIpv6AddressOnCreation, false);
        assert.equal(inputs.availabilityZone, undefined);
        assert.equal(inputs.availabilityZoneId, zones[Number(name.split("-").at(-1)) - 1]?.id);
      }
    }),
  );

  it(
    "leads from the data and endpoints tiers nowhere, and to the internet gateway from the public tier alone",
    always((simulation) => {
      assert.deepEqual(routesOf(simulation, "data"), []);
      assert.deepEqual(routesOf(simulation, "endpoints"), []);
      const throughGateway = simulation
        .ofType(routeType)
        .filter(({ inputs }) => inputs.gatewayId !== undefined);
      assert.deepEqual(throughGateway, routesOf(simulation, "public"));
    }),
  );

  it("leads out of the app tier as the mode says", () => {
    const ways = (name: keyof typeof cases): string[] =>
      routesOf(of(name).simulation, "app").map(({ inputs }) =>
        inputs.natGatewayId === undefined ? "egress-only" : "nat",
      );
    const gateways = (name: keyof typeof cases): number =>
      of(name).simulation.ofType("aws:ec2/natGateway:NatGateway").length;
    assert.deepEqual([ways("one more zone"), gateways("one more zone")], [["nat", "nat", "nat"], 1]);
    assert.deepEqual([ways("the largest"), gateways("the largest")], [["nat", "nat", "nat"], 3]);
    assert.equal(
      new Set(routesOf(of("the largest").simulation, "app").map((r) => r.inputs.natGatewayId)).size,
      3,
    );
    assert.deepEqual([ways("closed, without data stores"), gateways("closed, without data stores")], [[], 0]);
    assert.equal(gateways("regional and dual-stack"), 1);
    assert.deepEqual(ways("regional and dual-stack").sort(), [
      ...["egress-only", "egress-only", "egress-only"],
      ...["nat", "nat", "nat"],
    ]);
  });

  it("spreads a regional gateway over the VPC, with addresses that are AWS's to pick", () => {
    const { simulation } = of("regional and dual-stack");
    const { inputs } = simulation.resource("aws:ec2/natGateway:NatGateway", "network-egress");
    assert.deepEqual(
      [inputs.availabilityMode, inputs.subnetId, inputs.allocationId],
      ["regional", undefined, undefined],
    );
    assert.deepEqual(simulation.ofType("aws:ec2/eip:Eip"), []);
  });

  it("keeps the names of routes whatever the mode, so that changing it updates them", () => {
    const names = (name: keyof typeof cases): string[] =>
      routesOf(of(name).simulation, "app")
        .filter(({ inputs }) => inputs.natGatewayId !== undefined)
        .map(({ urn }) => urn)
        .sort();
    assert.deepEqual(names("the largest"), names("one more zone"));
    assert.deepEqual(names("regional and dual-stack"), names("one more zone"));
  });

  it("only adds when a zone is added", () => {
    const before = of("a small one").simulation;
    const after = of("one more zone").simulation;
    const now = new Map(after.resources().map((resource) => [resource.urn, resource]));
    for (const { urn, type, name, inputs } of before.resources()) {
      const same = now.get(urn);
      assert.ok(same !== undefined, `${name} is gone`);
      if (type !== subnetType) continue;
      const place = ({ cidrBlock, availabilityZoneId }: SimulatedResource["inputs"]): unknown[] => [
        cidrBlock,
        availabilityZoneId,
      ];
      assert.deepEqual(place(same.inputs), place(inputs));
    }
    assert.ok(after.resources().length > before.resources().length);
  });

  it("keeps the rules of network ACLs and security groups when a zone is added", () => {
    const rules = (name: keyof typeof cases): unknown[] => [
      ...of(name)
        .simulation.ofType("aws:ec2/networkAcl:NetworkAcl")
        .map((acl) => [acl.name, acl.inputs.ingress]),
      ...of(name)
        .simulation.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        .map((rule) => rule.inputs.cidrIpv4),
    ];
    assert.deepEqual(rules("one more zone"), rules("a small one"));
  });

  it("only adds when a tier is added", () => {
    const without = of("closed, without data stores").simulation;
    const urns = new Set(
      of("one more zone")
        .simulation.resources()
        .map(({ urn }) => urn),
    );
    assert.deepEqual(
      without.resources().flatMap(({ urn, name }) => (urns.has(urn) ? [] : [name])),
      [],
    );
  });

  it(
    "takes over the VPC's default security group, network ACL and route table, and empties them",
    always((simulation) => {
      const group = simulation.resource(
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        "network-default-security-group",
      );
      const acl = simulation.resource(
        "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
        "network-default-network-acl",
      );
      const table = simulation.resource(
        "aws:ec2/defaultRouteTable:DefaultRouteTable",
        "network-default-route-table",
      );
      for (const resource of [group, acl]) {
        assert.deepEqual([list(resource, "ingress"), list(resource, "egress")], [[], []]);
      }
      assert.deepEqual(list(table, "routes"), []);
      assert.notEqual(text(acl, "defaultNetworkAclId"), "");
      assert.notEqual(text(table, "defaultRouteTableId"), "");
    }),
  );

  it(
    "limits every endpoint by a policy to principals of its own",
    always((simulation, { organizationId }) => {
      const endpoints = simulation.ofType(endpointType);
      assert.equal(endpoints.length, 22);
      const own =
        organizationId === undefined ? '"aws:PrincipalAccount":"111122223333"' : '"aws:PrincipalOrgID":"o-a1';
      for (const endpoint of endpoints) assert.ok(text(endpoint, "policy").includes(own), endpoint.name);
    }),
  );

  it(
    "answers for interface endpoints by private DNS, in as many zones as asked, to the app tier's HTTPS alone",
    always((simulation, { endpoints, dualStack }) => {
      const group = simulation.resource("aws:ec2/securityGroup:SecurityGroup", "network-endpoints");
      const interfaces = simulation
        .ofType(endpointType)
        .filter(({ inputs }) => inputs.vpcEndpointType === "Interface");
      for (const endpoint of interfaces) {
        assert.equal(endpoint.inputs.privateDnsEnabled, true);
        assert.equal(list(endpoint, "subnetIds").length, endpoints.zones);
        assert.deepEqual(list(endpoint, "securityGroupIds"), [group.id]);
      }
      const rules = simulation.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
      assert.deepEqual(
        rules.flatMap(({ inputs }) => inputs.cidrIpv4 ?? []),
        ["10.20.64.0/18"],
      );
      assert.equal(rules.length, dualStack === true ? 2 : 1);
      for (const { inputs } of rules) {
        assert.deepEqual([inputs.ipProtocol, inputs.fromPort, inputs.toPort], ["tcp", 443, 443]);
        assert.ok(inputs.description);
      }
      assert.deepEqual([group.inputs.ingress, group.inputs.egress], [undefined, undefined]);
    }),
  );

  it(
    "leads to S3 and DynamoDB by gateway endpoints from every private route table",
    always((simulation) => {
      const tables = routeTables(simulation);
      const wanted = simulation
        .ofType(subnetType)
        .filter((subnet) => tierOf(subnet) !== "public")
        .map(({ id }) => tables.get(id));
      for (const service of ["s3", "dynamodb"]) {
        const endpoint = simulation.resource(endpointType, `network-endpoints-${service}`);
        assert.equal(endpoint.inputs.vpcEndpointType, "Gateway");
        assert.deepEqual([...list(endpoint, "routeTableIds")].sort(), wanted.sort());
      }
    }),
  );

  it(
    "keeps every log for a stated time under a key that its account can always administer",
    always((simulation, { logRetentionDays }) => {
      const key = simulation.resource("aws:kms/key:Key", "network-logs");
      assert.equal(key.inputs.enableKeyRotation, true);
      assert.match(
        text(key, "policy"),
        /"kms:EncryptionContext:aws:logs:arn":\["arn:aws:logs:eu-west-1:111122223333:/,
      );
      assert.match(text(key, "policy"), /"AWS":\["arn:aws:iam::111122223333:root"\]},"Action":\["kms:\*"\]/);
      const groups = simulation.ofType("aws:cloudwatch/logGroup:LogGroup");
      assert.deepEqual(groups.map(({ inputs }) => inputs.name).sort(), [
        "/dev/network/dns-queries",
        "/dev/network/flows",
      ]);
      for (const { inputs } of groups) {
        assert.equal(inputs.retentionInDays, logRetentionDays);
        assert.equal(inputs.kmsKeyId, key.outputs.arn);
      }
    }),
  );

  it(
    "records all traffic minute by minute, by a role that only this account's flow logs may take",
    always((simulation) => {
      const flowLog = simulation.resource("aws:ec2/flowLog:FlowLog", "network-flow-logs");
      assert.deepEqual([flowLog.inputs.trafficType, flowLog.inputs.maxAggregationInterval], ["ALL", 60]);
      assert.match(
        text(flowLog, "logFormat"),
        /^\$\{version\} .*\$\{flow-direction\}.* \$\{encryption-status\}$/,
      );
      const role = simulation.resource("aws:iam/role:Role", "network-flow-logs");
      const trust = text(role, "assumeRolePolicy");
      assert.match(trust, /"aws:SourceAccount":"111122223333"/);
      assert.match(trust, /"aws:SourceArn":"arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log\/\*"/);
      const rights = text(
        simulation.resource("aws:iam/rolePolicy:RolePolicy", "network-flow-logs"),
        "policy",
      );
      assert.match(
        rights,
        /"Resource":\["arn:aws:logs:[^*]*:log-group:\/dev\/network\/flows","[^"]*flows:log-stream:\*"\]/,
      );
    }),
  );

  it(
    "blocks AWS's threat lists in DNS, failing open, and records every query",
    always((simulation) => {
      const rules = simulation.ofType("aws:route53/resolverFirewallRule:ResolverFirewallRule");
      assert.equal(new Set(rules.map(({ inputs }) => inputs.firewallDomainListId)).size, 4);
      assert.equal(new Set(rules.map(({ inputs }) => inputs.priority)).size, 4);
      for (const { inputs } of rules)
        assert.deepEqual([inputs.action, inputs.blockResponse], ["BLOCK", "NXDOMAIN"]);
      const vpc = simulation.resource("aws:ec2/vpc:Vpc", "network").id;
      const config = simulation.resource(
        "aws:route53/resolverFirewallConfig:ResolverFirewallConfig",
        "network-dns-firewall",
      );
      assert.deepEqual([config.inputs.resourceId, config.inputs.firewallFailOpen], [vpc, "ENABLED"]);
      const logged = simulation.resource(
        "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
        "network-query-logs",
      );
      assert.equal(logged.inputs.resourceId, vpc);
    }),
  );

  it("leaves the public tier out of the block of public access, and ways out that do not pass it", () => {
    const excluded = (name: keyof typeof cases): string[] =>
      of(name)
        .simulation.ofType("aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion")
        .map(({ name: exclusion, inputs }) => `${exclusion} ${String(inputs.internetGatewayExclusionMode)}`)
        .sort();
    assert.deepEqual(excluded("a small one"), [
      "network-exposure-public-euw1-az1 allow-bidirectional",
      "network-exposure-public-euw1-az2 allow-bidirectional",
    ]);
    const regional = excluded("regional and dual-stack");
    assert.equal(regional.filter((exclusion) => /-app-euw1-az\d allow-egress$/.test(exclusion)).length, 3);
  });

  it("refuses unencrypted traffic where asked to, except by the ways to the internet that it has", () => {
    const control = (name: keyof typeof cases): SimulatedResource["inputs"] =>
      of(name).simulation.inputsOf("aws:ec2/vpcEncryptionControl:VpcEncryptionControl", "network-exposure");
    assert.equal(control("a small one").mode, "monitor");
    assert.equal(control("a small one").internetGatewayExclusion, undefined);
    const { mode, internetGatewayExclusion, natGatewayExclusion, egressOnlyInternetGatewayExclusion } =
      control("the largest");
    assert.deepEqual(
      [mode, internetGatewayExclusion, natGatewayExclusion, egressOnlyInternetGatewayExclusion],
      ["enforce", "enable", "enable", "disable"],
    );
    assert.equal(control("regional and dual-stack").egressOnlyInternetGatewayExclusion, "enable");
  });

  it("asks Network Access Analyzer for paths to private tiers, to other ports, and to data stores", () => {
    const scopes = (name: keyof typeof cases): string[] =>
      of(name)
        .simulation.ofType("aws:ec2/networkInsightsAccessScope:NetworkInsightsAccessScope")
        .map(
          (scope) =>
            `${scope.name} ${list(scope, "matchPaths").length} ${list(scope, "excludePaths").length}`,
        )
        .sort();
    assert.deepEqual(scopes("one more zone"), [
      "network-exposure-from-internet 5 0",
      "network-exposure-to-data 1 2",
    ]);
    assert.deepEqual(scopes("closed, without data stores"), ["network-exposure-from-internet 4 0"]);
  });

  it("protects the VPC, its subnets and its addresses where asked to", () => {
    const protectedTypes = (name: keyof typeof cases): string[] =>
      [
        ...new Set(
          of(name)
            .simulation.resources()
            .filter((r) => r.protect)
            .map(({ type }) => type),
        ),
      ].sort();
    assert.deepEqual(protectedTypes("one more zone"), []);
    for (const type of ["aws:ec2/vpc:Vpc", subnetType, "aws:ec2/eip:Eip"]) {
      assert.ok(protectedTypes("the largest").includes(type), type);
    }
  });

  it("has the same things in environments of the same words, whatever their sizes", () => {
    const things = ({ simulation }: BuiltForTest): string[] =>
      [...new Set(simulation.resources().map(({ type }) => type))].sort();
    assert.deepEqual(things(of("the largest")), things(of("a small one")));
  });

  it("tells other layers where to place things, in plain values but for ids", () => {
    const { placement } = of("one more zone").network;
    assert.equal(placement.vpcCidr, "10.20.0.0/16");
    assert.deepEqual(
      placement.subnets.app.map(({ zoneId, cidr }) => [zoneId, cidr]),
      [
        ["euw1-az1", "10.20.64.0/21"],
        ["euw1-az2", "10.20.72.0/21"],
        ["euw1-az3", "10.20.80.0/21"],
      ],
    );
    assert.deepEqual(of("closed, without data stores").network.placement.subnets.data, []);
  });

  it("declares what is to be watched, what flows, which quotas it uses and which practices it answers", () => {
    const { declarations } = of("the largest").network;
    const kinds = ofFamily(declarations, "monitored").map(({ kind }) => kind);
    const count = (wanted: string): number => kinds.filter((kind) => kind === wanted).length;
    assert.deepEqual(
      ["vpc", "nat-gateway", "interface-endpoint", "dns-firewall", "log-group", "key"].map(count),
      [1, 3, 20, 1, 2, 1],
    );
    const toData = ofFamily(declarations, "flow").filter(
      ({ to }) => to.kind === "tier" && to.tier === "data",
    );
    assert.deepEqual(
      toData.map(({ port }) => port),
      [5432, 6379],
    );
    assert.ok(ofFamily(declarations, "quotaUse").every(({ count: used }) => used > 0));
    assert.ok(
      ofFamily(declarations, "answers")
        .flatMap(({ practices }) => practices)
        .includes("REL02-BP03"),
    );
  });

  it("says which way to AWS's services costs less", () => {
    assert.equal(of("one more zone").network.natBreakEven.cheaper, "NAT gateways");
  });

  it("refuses what it cannot build, all at once, before anything is registered", async () => {
    const simulation = simulate({ project: "platform", stack: "test" });
    const provider = new aws.Provider("aws", { region: "eu-west-1" });
    assert.throws(
      () =>
        new Network(
          "network",
          { ...networkArgs, cidr: "10.20.0.1/16", zones: [] },
          { providers: [provider] },
        ),
      /^Error: network "network": 3 mistakes in its arguments\n {2}cidr: .*\n {2}zones: .*\n {2}endpoints\.zones: /,
    );
    await simulation.settled();
    assert.deepEqual(
      simulation.resources().filter(({ type }) => !type.startsWith("pulumi:")),
      [],
    );
  });
});
