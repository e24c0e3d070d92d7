import { UNKNOWN, isUnknown, isWireList, type Wire, type WireObject } from "../wire";
import { readArguments, type VpcArguments } from "./arguments";
import { dnsSettings, endpointProblems, endpointWarnings, registerEndpoint } from "./endpoint-children";
import { Family, type Child } from "./family";
import { refuse, VpcRefusal } from "./refusal";
import type { Registrar } from "./registrar";
import { kindOf, zoneSuffix, type SubnetChildren } from "./subnet-children";
import type { PlannedSubnet, Space } from "./planned-subnet";
import { planSubnets, type SubnetPlan } from "./subnet-plan";
import { given, layered, type Tracked } from "./tracked";
import { registerZones } from "./zones";

/** The engine's request to build an `awsx:ec2:Vpc`. */
export interface ConstructRequest {
  readonly name: string;
  /** The parent's URN. */
  readonly parent: string;
  readonly inputs: WireObject;
  /** URNs each property comes from. */
  readonly inputDependencies?: Readonly<Record<string, readonly string[]>>;
  /** References of the providers the component was given, by package. */
  readonly providers?: Readonly<Record<string, string>>;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly preview: boolean;
}

/** The component and its outputs. */
export interface ConstructResult {
  readonly urn: string;
  readonly state: WireObject;
  readonly stateDependencies: Readonly<Record<string, readonly string[]>>;
}

/** Properties that awsx hands on to the VPC as they are. */
const HANDED_ON = [
  "assignGeneratedIpv6CidrBlock",
  "enableNetworkAddressUsageMetrics",
  "instanceTenancy",
  "ipv4IpamPoolId",
  "ipv4NetmaskLength",
  "ipv6CidrBlock",
  "ipv6CidrBlockNetworkBorderGroup",
  "ipv6IpamPoolId",
  "ipv6NetmaskLength",
];

const DEFAULT_BLOCK = "10.0.0.0/16";
const DEFAULT_ZONES = 3;

function allocationProblems({ natStrategy, allocationIds }: VpcArguments, zones: number): string[] {
  const count = allocationIds.length;
  const allowed = { None: 0, Single: 1, OnePerAz: zones }[natStrategy];
  return count === 0 || count === allowed
    ? []
    : [`natGateways.elasticIpAllocationIds has ${count}; the strategy ${natStrategy} takes ${allowed}`];
}

function poolProblems(args: VpcArguments): string[] {
  if (args.property("ipv4IpamPoolId").value === undefined) return [];
  const hasLength = args.property("ipv4NetmaskLength").value !== undefined;
  const hasBlock = args.cidrBlock !== undefined;
  return hasLength === hasBlock
    ? ["ipv4IpamPoolId requires exactly one of cidrBlock and ipv4NetmaskLength"]
    : [];
}

function suffixProblems({ namesByZone }: VpcArguments, zones: readonly string[]): string[] {
  const suffixes = zones.map(zoneSuffix);
  return namesByZone && new Set(suffixes).size < zones.length
    ? [
        `subnetNameTagStrategy AvailabilityZone requires zones that end differently; given ${zones.join(", ")}`,
      ]
    : [];
}

function isGivenTwice({ availabilityZoneNames, numberOfAvailabilityZones }: VpcArguments): boolean {
  return availabilityZoneNames !== undefined && (numberOfAvailabilityZones ?? 0) > 0;
}

/** Builds one component. */
class VpcConstruction {
  private readonly args: VpcArguments;
  private readonly family: Family;

  public constructor(
    private readonly request: ConstructRequest,
    private readonly registrar: Registrar,
  ) {
    this.args = readArguments(request.inputs, request.inputDependencies ?? {});
    this.family = new Family(registrar, {
      preview: request.preview,
      region: this.args.region,
      provider: request.providers?.aws,
      protect: request.protect,
      retainOnDelete: request.retainOnDelete,
    });
  }

  public async build(urn: string): Promise<ConstructResult> {
    const { args } = this;
    refuse([...poolProblems(args), ...endpointProblems(args)]);
    const dns = dnsSettings(args);
    const zones = await this.zones(urn);
    refuse([...allocationProblems(args, zones.length), ...suffixProblems(args, zones)]);
    const promptBlock = this.promptBlock();
    const promptPlan =
      promptBlock === undefined ? undefined : planSubnets(args, this.space(promptBlock, zones));
    if (promptPlan === undefined && args.subnetStrategy === "Legacy") {
      throw new VpcRefusal(["the range comes from a pool; this requires a subnetStrategy other than Legacy"]);
    }
    const vpc = await this.registerVpc(urn, promptBlock, dns);
    const plan = promptPlan ?? this.planLater(vpc, zones);
    const gateway = await this.registerGateway(vpc);
    const rangeOf = (subnet: PlannedSubnet): Tracked =>
      promptPlan !== undefined
        ? given(subnet.cidrBlock)
        : { value: subnet.cidrBlock, dependencies: [vpc.urn] };
    const { family } = this;
    const { name } = this.request;
    const subnets = await registerZones({ family, name, args, zones, vpc, gateway, rangeOf }, plan.subnets);
    for (const warning of endpointWarnings(args)) await this.registrar.warn?.(warning, urn);
    const around = { family, name, args, zones, vpc, subnets };
    const endpoints = await Promise.all(args.endpointSpecs.map((spec) => registerEndpoint(around, spec)));
    return this.result(urn, { vpc, gateway, subnets, endpoints, plan });
  }

  private async zones(urn: string): Promise<readonly string[]> {
    const { args } = this;
    if (isGivenTwice(args)) {
      throw new VpcRefusal([
        "availabilityZoneNames and numberOfAvailabilityZones are given; only one of them may be",
      ]);
    }
    if (args.availabilityZoneNames !== undefined) return args.availabilityZoneNames;
    const region = args.region.value;
    if (isUnknown(region))
      throw new VpcRefusal(["region is not known yet; without availabilityZoneNames it must be"]);
    const wanted = args.numberOfAvailabilityZones ?? DEFAULT_ZONES;
    const answer = await this.registrar.invoke({
      token: "aws:index/getAvailabilityZones:getAvailabilityZones",
      args: region === undefined ? {} : { region },
      provider: this.request.providers?.aws,
      parent: urn,
    });
    const names = isWireList(answer.names) ? answer.names.filter((name) => typeof name === "string") : [];
    if (names.length < wanted)
      throw new VpcRefusal([`the Region has ${names.length} zones; ${wanted} are wanted`]);
    return names.slice(0, wanted);
  }

  private promptBlock(): string | undefined {
    const fromPool = this.args.property("ipv4IpamPoolId").value !== undefined;
    return this.args.cidrBlock ?? (fromPool ? undefined : DEFAULT_BLOCK);
  }

  private space(cidrBlock: string, zones: readonly string[], fromPool = false): Space {
    return { cidrBlock, zones, zoneMask: this.args.availabilityZoneCidrMask, fromPool };
  }

  /** The plan for a range that comes from a pool; in a preview the ranges are unknown, the names are not. */
  private planLater(vpc: Child, zones: readonly string[]): SubnetPlan {
    const { value } = vpc.attribute("cidrBlock");
    if (typeof value === "string" && !isUnknown(value))
      return planSubnets(this.args, this.space(value, zones, true));
    const plan = planSubnets(this.args, this.space(DEFAULT_BLOCK, zones, true));
    return {
      subnets: plan.subnets.map((subnet) => ({ ...subnet, cidrBlock: UNKNOWN })),
      layout: plan.layout,
    };
  }

  private registerVpc(
    urn: string,
    cidrBlock: string | undefined,
    dns: Readonly<Record<string, Tracked>>,
  ): Promise<Child> {
    const { args } = this;
    const handedOn = HANDED_ON.map((property): [string, Tracked] => [property, args.property(property)]);
    return this.family.register({
      type: "aws:ec2/vpc:Vpc",
      name: this.request.name,
      parent: urn,
      dependsOn: [],
      inputs: {
        ...Object.fromEntries(handedOn),
        ...dns,
        cidrBlock: given(cidrBlock),
        tags: this.sharedTags(),
      },
    });
  }

  private registerGateway(vpc: Child): Promise<Child> {
    return this.family.register({
      type: "aws:ec2/internetGateway:InternetGateway",
      name: this.request.name,
      parent: vpc.urn,
      dependsOn: [vpc],
      inputs: { vpcId: vpc.id, tags: this.sharedTags() },
    });
  }

  private sharedTags(): Tracked {
    return layered([given({ Name: this.request.name }), this.args.tags]);
  }

  private async result(
    urn: string,
    made: { vpc: Child; gateway: Child; subnets: SubnetChildren[]; endpoints: Child[]; plan: SubnetPlan },
  ): Promise<ConstructResult> {
    const { vpc, gateway, subnets, endpoints, plan } = made;
    const of = (kind: string): Child[] =>
      subnets.filter(({ planned }) => kindOf(planned) === kind).map(({ subnet }) => subnet);
    const [publics, privates, isolated] = [of("public"), of("private"), of("isolated")];
    const present = (children: readonly (Child | undefined)[]): Child[] =>
      children.filter((child) => child !== undefined);
    const children: Record<string, Child[]> = {
      subnets: subnets.map(({ subnet }) => subnet),
      publicSubnets: publics,
      privateSubnets: privates,
      isolatedSubnets: isolated,
      routeTables: subnets.map(({ routeTable }) => routeTable),
      routeTableAssociations: subnets.map(({ association }) => association),
      routes: present(subnets.map(({ route }) => route)),
      natGateways: present(subnets.map(({ natGateway }) => natGateway)),
      eips: present(subnets.map(({ eip }) => eip)),
      vpcEndpoints: endpoints,
    };
    const state: WireObject = {
      ...Object.fromEntries(
        Object.entries(children).map(([name, list]) => [name, list.map(({ reference }) => reference)]),
      ),
      vpc: vpc.reference,
      internetGateway: gateway.reference,
      vpcId: vpc.id.value ?? null,
      publicSubnetIds: idsOf(publics),
      privateSubnetIds: idsOf(privates),
      isolatedSubnetIds: idsOf(isolated),
      subnetLayout: plan.layout,
    };
    const always = [vpc.urn, ...subnets.map(({ subnet }) => subnet.urn)];
    const urnsOf = (name: string): string[] =>
      name === "internetGateway" ? [gateway.urn] : (children[name] ?? []).map((child) => child.urn);
    await this.registrar.registerOutputs(urn, {});
    return {
      urn,
      state,
      stateDependencies: Object.fromEntries(
        Object.keys(state).map((name) => [name, [...new Set([...always, ...urnsOf(name)])].sort()]),
      ),
    };
  }
}

/** Ids as a list; a list with an unknown id is unknown as a whole. */
function idsOf(children: readonly Child[]): Wire {
  const ids = children.map(({ id }) => id.value ?? null);
  return ids.some(isUnknown) ? UNKNOWN : ids;
}

/**
 * Builds an `awsx:ec2:Vpc` as awsx 3.9 does: the same children, names, parents, inputs, dependencies and outputs.
 *
 * @throws VpcRefusal for what awsx refuses; then no child was registered, unless the range came from a pool.
 */
export async function constructVpc(
  request: ConstructRequest,
  registrar: Registrar,
): Promise<ConstructResult> {
  const { urn } = await registrar.registerResource({
    type: "awsx:ec2:Vpc",
    name: request.name,
    parent: request.parent,
    custom: false,
    inputs: {},
    dependencies: [],
    propertyDependencies: {},
    ...(request.providers !== undefined && { providers: request.providers }),
    ...(request.protect !== undefined && { protect: request.protect }),
    ...(request.retainOnDelete !== undefined && { retainOnDelete: request.retainOnDelete }),
  });
  return new VpcConstruction(request, registrar).build(urn);
}
