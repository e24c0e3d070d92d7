import { isUnknown, isWireObject, type WireObject } from "../wire";
import type { VpcArguments } from "./arguments";
import type { Child, Family } from "./family";
import { VpcRefusal } from "./refusal";
import { kindOf, type SubnetChildren } from "./subnet-children";
import { given, layered, received, trackedList, type Tracked } from "./tracked";

/** What endpoints are built from. */
export interface EndpointSurroundings {
  readonly family: Family;
  readonly name: string;
  readonly args: VpcArguments;
  readonly zones: readonly string[];
  readonly vpc: Child;
  readonly subnets: readonly SubnetChildren[];
}

/** Properties that awsx hands on as they are. */
const HANDED_ON = [
  "autoAccept",
  "dnsOptions",
  "ipAddressType",
  "policy",
  "resourceConfigurationArn",
  "serviceNetworkArn",
  "serviceRegion",
  "subnetConfigurations",
  "vpcEndpointType",
];

/** The kind of an endpoint in lower case; undefined when it is not known yet. */
function kindOfEndpoint(spec: WireObject): string | undefined {
  const { value } = received(spec.vpcEndpointType);
  if (value === undefined) return "gateway";
  return typeof value === "string" && !isUnknown(value) ? value.toLowerCase() : undefined;
}

function nameOf(spec: WireObject): string {
  return typeof spec.serviceName === "string" ? spec.serviceName : "";
}

function wantsPrivateDns(spec: WireObject): boolean {
  const { value } = received(spec.privateDnsEnabled);
  return kindOfEndpoint(spec) === "interface" && (value === undefined || value === true);
}

/**
 * DNS settings of the VPC as endpoints of the strategy Auto need them.
 * @throws VpcRefusal when they were switched off.
 */
export function dnsSettings(args: VpcArguments): Record<"enableDnsHostnames" | "enableDnsSupport", Tracked> {
  const settings = {
    enableDnsHostnames: args.property("enableDnsHostnames"),
    enableDnsSupport: args.property("enableDnsSupport"),
  };
  if (args.endpointStrategy !== "Auto" || !args.endpointSpecs.some(wantsPrivateDns)) return settings;
  const off = Object.entries(settings).filter(([, { value }]) => value === false);
  if (off.length > 0) {
    const problems = off.map(
      ([name]) => `${name} is false; vpcEndpointStrategy Auto with private DNS requires true`,
    );
    throw new VpcRefusal(problems);
  }
  const on = (setting: Tracked): Tracked => (setting.value === undefined ? given(true) : setting);
  return {
    enableDnsHostnames: on(settings.enableDnsHostnames),
    enableDnsSupport: on(settings.enableDnsSupport),
  };
}

/** Refuses what the strategy Auto must know beforehand. */
export function endpointProblems(args: VpcArguments): string[] {
  if (args.endpointStrategy !== "Auto") return [];
  return args.endpointSpecs
    .filter((spec) => kindOfEndpoint(spec) === undefined)
    .map(
      (spec) =>
        `vpcEndpointType of ${nameOf(spec)} is not known yet; vpcEndpointStrategy Auto requires a plain one`,
    );
}

/** What a legacy endpoint lacks to be of use, said to the user. */
export function endpointWarnings(args: VpcArguments): string[] {
  if (args.endpointStrategy === "Auto") return [];
  return args.endpointSpecs.flatMap((spec) => {
    const kind = kindOfEndpoint(spec);
    const name = nameOf(spec);
    if (kind === "interface" && spec.subnetIds === undefined && spec.subnetConfigurations === undefined) {
      return [`VPC endpoint ${name} has no subnetIds; vpcEndpointStrategy Auto takes the VPC's own`];
    }
    if (kind === "gateway" && spec.routeTableIds === undefined) {
      return [`VPC endpoint ${name} has no routeTableIds; vpcEndpointStrategy Auto takes the VPC's own`];
    }
    return [];
  });
}

/** One subnet per zone: private before isolated before public ones. */
function subnetsOfEndpoint({ zones, subnets }: EndpointSurroundings): Tracked {
  const chosen = zones.flatMap((zone) => {
    const ofZone = subnets.filter(({ planned }) => planned.zone === zone);
    const preferred = ["private", "isolated", "public"].map((kind) =>
      ofZone.find(({ planned }) => kindOf(planned) === kind),
    );
    const [first] = preferred.filter((found) => found !== undefined);
    return first === undefined ? [] : [first.subnet.id];
  });
  return trackedList(chosen);
}

async function registerGroup(around: EndpointSurroundings, spec: WireObject): Promise<Tracked> {
  const { family, vpc, name, args } = around;
  const region = received(spec.region);
  const regional: Record<string, Tracked> = region.value === undefined ? {} : { region };
  const group = await family.register({
    type: "aws:ec2/securityGroup:SecurityGroup",
    name: `${nameOf(spec)}-sg`,
    parent: vpc.urn,
    dependsOn: [vpc],
    inputs: {
      ...regional,
      vpcId: vpc.id,
      description: given("Managed by Pulumi"),
      tags: layered([given({ Name: name }), args.tags, received(spec.tags)]),
    },
  });
  const addressType = received(spec.ipAddressType).value;
  const usesIpv6 =
    typeof addressType === "string" && ["ipv6", "dualstack"].includes(addressType.toLowerCase());
  const sources: Record<string, Tracked> = usesIpv6
    ? { ipv6CidrBlocks: trackedList([vpc.attribute("ipv6CidrBlock")]) }
    : {};
  await family.register({
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    name: `${nameOf(spec)}-ingress`,
    parent: vpc.urn,
    dependsOn: [group],
    inputs: {
      ...regional,
      type: given("ingress"),
      securityGroupId: group.id,
      protocol: given("tcp"),
      fromPort: given(443),
      toPort: given(443),
      cidrBlocks: trackedList([vpc.attribute("cidrBlock")]),
      ...sources,
    },
  });
  return group.id;
}

/** What the strategy Auto fills in for an endpoint. */
async function filledIn(around: EndpointSurroundings, spec: WireObject): Promise<Record<string, Tracked>> {
  const kind = around.args.endpointStrategy === "Auto" ? kindOfEndpoint(spec) : undefined;
  if (kind === "gateway" && spec.routeTableIds === undefined) {
    return { routeTableIds: trackedList(around.subnets.map(({ routeTable }) => routeTable.id)) };
  }
  if (kind !== "interface") return {};
  const placed = spec.subnetIds !== undefined || spec.subnetConfigurations !== undefined;
  return {
    ...(!placed && { subnetIds: subnetsOfEndpoint(around) }),
    ...(spec.privateDnsEnabled === undefined && { privateDnsEnabled: given(true) }),
    ...(spec.securityGroupIds === undefined && {
      securityGroupIds: trackedList([await registerGroup(around, spec)]),
    }),
  };
}

/** Registers an endpoint as its spec says, and with the strategy Auto what it needs besides. */
export async function registerEndpoint(around: EndpointSurroundings, spec: WireObject): Promise<Child> {
  const { family, vpc, name, args } = around;
  const stated = [
    ...HANDED_ON,
    "privateDnsEnabled",
    "routeTableIds",
    "securityGroupIds",
    "subnetIds",
    "region",
  ];
  const handedOn = stated
    .map((property): [string, Tracked] => [property, received(spec[property])])
    .filter(([, { value }]) => value !== undefined);
  return family.register({
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    name: nameOf(spec),
    parent: vpc.urn,
    dependsOn: [vpc],
    inputs: {
      ...Object.fromEntries(handedOn),
      ...(await filledIn(around, spec)),
      serviceName: given(nameOf(spec)),
      vpcId: vpc.id,
      tags: layered([
        given({ Name: name }),
        args.tags,
        isWireObject(spec.tags) ? received(spec.tags) : given(undefined),
      ]),
    },
  });
}
