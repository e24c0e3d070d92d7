import { coversWorld, parseRange } from "../cidr/range";
import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { hasPublicTag, type PublicTags } from "./declared-public";
import { tokens } from "./tokens";

/** VPCs. */
export const VPCS = tokens("ec2/vpc:Vpc");
/** Subnets. */
export const SUBNETS = tokens("ec2/subnet:Subnet");
/** Route tables that a program makes or adopts. */
export const ROUTE_TABLES = tokens("ec2/routeTable:RouteTable", "ec2/defaultRouteTable:DefaultRouteTable");
/** Internet gateways. */
export const INTERNET_GATEWAYS = tokens("ec2/internetGateway:InternetGateway");

const ROUTES = tokens("ec2/route:Route");
const ASSOCIATIONS = tokens("ec2/routeTableAssociation:RouteTableAssociation");

/** The parameter that says which tags declare a subnet to be public. */
export const publicTagsParameter = {
  type: "object" as const,
  additionalProperties: { type: "string" as const },
  default: { SubnetType: "Public" },
  description: "Tags, any of which declares a subnet to be public.",
};

/** Whether a subnet is declared public, by a tag or by giving public addresses. */
export function isDeclaredPublic(subnet: StackResource, publicTags: PublicTags): boolean {
  return (
    hasPublicTag(subnet.props, publicTags) || known(subnet.props.at("mapPublicIpOnLaunch").boolean()) === true
  );
}

/** A route that sends all traffic to an internet gateway. */
export interface InternetRoute {
  /** The route, or the table that holds it inline. */
  readonly holder: StackResource;
  readonly place: View;
}

function goesEverywhere(places: readonly View[]): boolean {
  const ranges = places.flatMap((place) => parseRange(known(place.string()) ?? "") ?? []);
  return coversWorld(ranges);
}

function leadsToGateway(stack: StackIndex, from: StackResource, property: string, gateway: View): boolean {
  if (gateway.isAbsent) return false;
  if (known(gateway.string())?.startsWith("igw-") === true) return true;
  return gateway.isUnknown && stack.targets(from, property, INTERNET_GATEWAYS).found.length > 0;
}

/** The routes of a table that send all traffic to an internet gateway, inline or separate. */
export function internetRoutes(stack: StackIndex, table: StackResource): readonly InternetRoute[] {
  const inline = table.props
    .at("routes")
    .items()
    .filter((route) => goesEverywhere([route.at("cidrBlock"), route.at("ipv6CidrBlock")]))
    .filter((route) => leadsToGateway(stack, table, "routes", route.at("gatewayId")))
    .map((place) => ({ holder: table, place }));
  const separate = stack
    .referrers(table, "routeTableId", ROUTES)
    .filter(({ props }) =>
      goesEverywhere([props.at("destinationCidrBlock"), props.at("destinationIpv6CidrBlock")]),
    )
    .filter((route) => leadsToGateway(stack, route, "gatewayId", route.props.at("gatewayId")))
    .map((holder) => ({ holder, place: holder.props.at("gatewayId") }));
  return [...inline, ...separate];
}

/** The subnets that use a route table. */
export function subnetsOf(stack: StackIndex, table: StackResource): readonly StackResource[] {
  return stack
    .referrers(table, "routeTableId", ASSOCIATIONS)
    .flatMap((association) => stack.targets(association, "subnetId", SUBNETS).found);
}

/** The zone of a subnet, by name or id, where it is known. */
export function zoneOf(subnet: StackResource): string | undefined {
  return (
    known(subnet.props.at("availabilityZone").string()) ??
    known(subnet.props.at("availabilityZoneId").string())
  );
}
