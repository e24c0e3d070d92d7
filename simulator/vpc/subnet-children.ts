import { isUnknown, type Wire } from "../wire";
import type { VpcArguments } from "./arguments";
import type { Child, Family } from "./family";
import { VpcRefusal } from "./refusal";
import { specName, type PlannedSubnet } from "./planned-subnet";
import { given, layered, type Tracked } from "./tracked";

/** What subnets are built from. */
export interface SubnetSurroundings {
  readonly family: Family;
  readonly name: string;
  readonly args: VpcArguments;
  readonly zones: readonly string[];
  readonly vpc: Child;
  readonly gateway: Child;
  /** Ranges depend on the VPC when it got its own from a pool. */
  readonly rangeOf: (subnet: PlannedSubnet) => Tracked;
}

/** A subnet with everything that belongs to it. */
export interface SubnetChildren {
  readonly planned: PlannedSubnet;
  readonly subnet: Child;
  readonly routeTable: Child;
  readonly association: Child;
  readonly route?: Child;
  readonly eip?: Child;
  readonly natGateway?: Child;
}

/** The kind of a subnet, whatever the case its type is written in. */
export function kindOf({ type }: PlannedSubnet): string {
  return type.toLowerCase();
}

const REGION_OF_ZONE = /^[a-z]{2}(?:-[a-z]+)+-/;

/** What is left of a zone's name without its Region's words: `1a` of `eu-west-1a`. */
export function zoneSuffix(zone: string): string {
  return zone.replace(REGION_OF_ZONE, "");
}

/** The identity of a subnet and what comes with it: by position, never by zone. */
function resourceName(name: string, subnet: PlannedSubnet): string {
  return `${name}-${specName(subnet.spec)}-${subnet.zoneIndex + 1}`;
}

function nameTag({ name, args }: SubnetSurroundings, subnet: PlannedSubnet): string {
  return args.namesByZone
    ? `${name}-${specName(subnet.spec)}-${zoneSuffix(subnet.zone)}`
    : resourceName(name, subnet);
}

function ipv6Subnet(vpcBlock: Wire, position: number): string {
  const match =
    typeof vpcBlock === "string" ? /^((?:[0-9a-f]+:){3})([0-9a-f]+)::?\/56$/i.exec(vpcBlock) : null;
  const [, prefix = "", last = ""] = match ?? [];
  if (match === null)
    throw new VpcRefusal([`the VPC's ipv6CidrBlock is ${JSON.stringify(vpcBlock)}; it must be a /56`]);
  if (position > 255) throw new VpcRefusal([`a /56 has 256 subnets; this would be number ${position + 1}`]);
  const group = (Number.parseInt(last, 16) & 0xff00) | position;
  return `${prefix}${group.toString(16)}::/64`;
}

/**
 * The IPv6 block of a subnet. In the preview of a new VPC it is unknown even where none will be assigned, because
 * awsx decides it after the VPC's own block is known.
 */
function ipv6BlockOf(vpc: Child, assigns: Tracked, position: number): Tracked {
  const block = vpc.attribute("ipv6CidrBlock");
  const dependencies = [...block.dependencies, ...assigns.dependencies];
  if (isUnknown(block.value) || isUnknown(assigns.value)) return { value: block.value, dependencies };
  if (assigns.value !== true) return given(undefined);
  if (block.value === undefined || block.value === "") {
    throw new VpcRefusal([
      "a subnet has assignIpv6AddressOnCreation; it requires a VPC with assignGeneratedIpv6CidrBlock or ipv6CidrBlock",
    ]);
  }
  return { value: ipv6Subnet(block.value, position), dependencies };
}

function assignsIpv6({ spec }: PlannedSubnet, { assignGeneratedIpv6CidrBlock }: VpcArguments): Tracked {
  if (spec.assignIpv6AddressOnCreation !== undefined) return given(spec.assignIpv6AddressOnCreation);
  return assignGeneratedIpv6CidrBlock.value === undefined ? given(false) : assignGeneratedIpv6CidrBlock;
}

/** Registers a subnet. `position` counts the subnets of a VPC in the order in which IPv6 blocks are dealt out. */
export function registerSubnet(
  around: SubnetSurroundings,
  planned: PlannedSubnet,
  position: number,
): Promise<Child> {
  const { family, name, args, vpc } = around;
  const assigns = assignsIpv6(planned, args);
  const own = given({ Name: nameTag(around, planned), SubnetType: planned.type });
  return family.register({
    type: "aws:ec2/subnet:Subnet",
    name: resourceName(name, planned),
    parent: vpc.urn,
    dependsOn: [vpc],
    inputs: {
      vpcId: vpc.id,
      availabilityZone: given(planned.zone),
      mapPublicIpOnLaunch: given(kindOf(planned) === "public"),
      cidrBlock: around.rangeOf(planned),
      assignIpv6AddressOnCreation: assigns,
      ipv6CidrBlock: ipv6BlockOf(vpc, assigns, position),
      tags: layered([given({ Name: name }), args.tags, planned.spec.tags, own]),
    },
  });
}

/** Registers the NAT gateway of a zone, and an address for it unless one was given. */
export async function registerNat(
  around: SubnetSurroundings,
  planned: PlannedSubnet,
  subnet: Child,
): Promise<{ eip?: Child; natGateway: Child }> {
  const { family, args } = around;
  const name = `${around.name}-${planned.zoneIndex + 1}`;
  const tags = layered([args.tags, given({ Name: name })]);
  const common = { name, parent: subnet.urn, dependsOn: [subnet] };
  const allocation = args.allocationIds[planned.zoneIndex];
  const eip =
    args.allocationIds.length > 0
      ? undefined
      : await family.register({ ...common, type: "aws:ec2/eip:Eip", inputs: { tags } });
  const natGateway = await family.register({
    ...common,
    type: "aws:ec2/natGateway:NatGateway",
    inputs: {
      subnetId: subnet.id,
      allocationId: eip?.attribute("allocationId") ?? allocation ?? given(undefined),
      tags,
    },
  });
  return { eip, natGateway };
}

/** Registers a subnet's own route table and ties it to the subnet. */
export async function registerRouteTable(
  around: SubnetSurroundings,
  planned: PlannedSubnet,
  subnet: Child,
): Promise<{ routeTable: Child; association: Child }> {
  const { family, args, vpc } = around;
  const name = resourceName(around.name, planned);
  const own = given({ Name: nameTag(around, planned), SubnetType: planned.type });
  const routeTable = await family.register({
    type: "aws:ec2/routeTable:RouteTable",
    name,
    parent: subnet.urn,
    dependsOn: [subnet],
    inputs: { vpcId: vpc.id, tags: layered([given({ Name: around.name }), args.tags, own]) },
  });
  const association = await family.register({
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    name,
    parent: routeTable.urn,
    dependsOn: [routeTable],
    inputs: { routeTableId: routeTable.id, subnetId: subnet.id },
  });
  return { routeTable, association };
}

/** Registers a route to everywhere through a gateway. */
export function registerRoute(
  around: SubnetSurroundings,
  planned: PlannedSubnet,
  routeTable: Child,
  target: Readonly<Record<string, Tracked>>,
): Promise<Child> {
  return around.family.register({
    type: "aws:ec2/route:Route",
    name: resourceName(around.name, planned),
    parent: routeTable.urn,
    dependsOn: [routeTable],
    inputs: { routeTableId: routeTable.id, ...target, destinationCidrBlock: given("0.0.0.0/0") },
  });
}
