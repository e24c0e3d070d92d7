import { ROUTE_TABLES, SUBNETS, subnetsOf, zoneOf } from "../../aws/subnets";
import { tokens } from "../../aws/tokens";
import { known, type View } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const GATEWAYS = tokens("ec2/natGateway:NatGateway");
const ROUTES = tokens("ec2/route:Route");

interface Way {
  readonly holder: StackResource;
  readonly place: View;
  readonly gateways: readonly StackResource[];
}

function waysOf(stack: StackIndex, table: StackResource): readonly Way[] {
  const inline = table.props
    .at("routes")
    .items()
    .map((route) => route.at("natGatewayId"))
    .map((place) => ({ holder: table, place, gateways: stack.targets(table, "routes", GATEWAYS).found }));
  const separate = stack.referrers(table, "routeTableId", ROUTES).map((holder) => ({
    holder,
    place: holder.props.at("natGatewayId"),
    gateways: stack.targets(holder, "natGatewayId", GATEWAYS).found,
  }));
  return [...inline, ...separate].filter(({ place }) => !place.isAbsent);
}

function judge(stack: StackIndex, { place, gateways }: Way, zones: readonly (string | undefined)[]): Outcome {
  const isRegional = gateways.some(
    ({ props }) => known(props.at("availabilityMode").string()) === "regional",
  );
  if (isRegional) return pass;
  const inside = gateways.flatMap((gateway) => stack.targets(gateway, "subnetId", SUBNETS).found).map(zoneOf);
  if (inside.length === 0) return notApplicable("The gateway is not in the stack");
  if ([...inside, ...zones].includes(undefined)) return undetermined(place);
  const away = zones.filter((zone) => !inside.includes(zone)).length;
  if (away === 0) return pass;
  return fail(
    place,
    text`${away} subnets leave by a NAT gateway of another zone; required: one in each zone.`,
  );
}

function* judgeAll(stack: StackIndex): Iterable<Located> {
  for (const table of stack.ofTypes(ROUTE_TABLES)) {
    const zones = subnetsOf(stack, table).map(zoneOf);
    for (const way of waysOf(stack, table)) yield located(way.holder, judge(stack, way, zones));
  }
}

export const control = defineControl({
  id: "BLAST-04",
  name: "nat-gateway-in-own-zone",
  title: "Subnets leave by a NAT gateway of their own zone",
  why: "With the zone of the one gateway, every other zone loses its way out; and traffic between zones is paid for.",
  fix: "Make a NAT gateway in each zone, or a regional one, and route each private subnet to its own.",
  severity: "low",
  enforcement: "advisory",
  types: [...ROUTE_TABLES, ...ROUTES],
  stack: judgeAll,
  references: { nist80053: ["CP-10", "SC-36"], wellArchitected: ["REL10-BP01", "REL02-BP01"] },
});
