import type { View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { internetRoutes, ROUTE_TABLES, VPCS } from "./subnets";
import { tokens } from "./tokens";

const ROUTES = tokens("ec2/route:Route");
const ASSOCIATIONS = tokens("ec2/routeTableAssociation:RouteTableAssociation");
const MAIN_ASSOCIATIONS = tokens("ec2/mainRouteTableAssociation:MainRouteTableAssociation");
const DEFAULT_TABLES = tokens("ec2/defaultRouteTable:DefaultRouteTable");

/** Whether a subnet has a route to an internet gateway; "open" where its routes are not all known. */
export type Reach = "public" | "private" | "open";

function targetTables(
  stack: StackIndex,
  associations: readonly StackResource[],
): readonly StackResource[] | undefined {
  const tables = associations.map((each) => stack.targets(each, "routeTableId", ROUTE_TABLES).found);
  return tables.every((found) => found.length > 0) ? tables.flat() : undefined;
}

/** The main table of a subnet's VPC; the VPC itself stands for a main table that the program does not adopt. */
function mainTables(stack: StackIndex, subnet: StackResource): readonly StackResource[] | undefined {
  const [vpc] = stack.targets(subnet, "vpcId", VPCS).found;
  if (!vpc) return undefined;
  const chosen = stack.referrers(vpc, "vpcId", MAIN_ASSOCIATIONS);
  if (chosen.length > 0) return targetTables(stack, chosen);
  return [vpc, ...stack.referrers(vpc, "defaultRouteTableId", DEFAULT_TABLES)];
}

function tablesOf(stack: StackIndex, subnet: StackResource): readonly StackResource[] | undefined {
  const own = stack.referrers(subnet, "subnetId", ASSOCIATIONS);
  if (own.length > 0) return targetTables(stack, own);
  return stack.openReferrer(subnet, "subnetId", ASSOCIATIONS) ? undefined : mainTables(stack, subnet);
}

/** Whether a property holds something unknown of which not even the kind can be told. */
function isVague(from: StackResource, property: string, places: readonly View[]): boolean {
  const isJoined = (from.propertyDependencies[property] ?? []).length > 0;
  return !isJoined && places.some(({ isUnknown }) => isUnknown);
}

/** Whether a table might have a route to an internet gateway that cannot be seen. */
function mightLeadOut(stack: StackIndex, table: StackResource): boolean {
  const inline = table.props.at("routes");
  const gateways = [inline, ...inline.items().map((route) => route.at("gatewayId"))];
  if (inline.isUnknown || isVague(table, "routes", gateways)) return true;
  if (stack.openReferrer(table, "routeTableId", ROUTES)) return true;
  return stack
    .referrers(table, "routeTableId", ROUTES)
    .some((route) => isVague(route, "gatewayId", [route.props.at("gatewayId")]));
}

/** Whether the route table of a subnet, its own or the VPC's main one, leads to an internet gateway. */
export function reachOf(stack: StackIndex, subnet: StackResource): Reach {
  const tables = tablesOf(stack, subnet);
  if (!tables) return "open";
  if (tables.some((table) => internetRoutes(stack, table).length > 0)) return "public";
  return tables.some((table) => mightLeadOut(stack, table)) ? "open" : "private";
}
