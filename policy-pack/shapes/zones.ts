import { SUBNETS, zoneOf } from "../aws/subnets";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";

/** Where a resource names the subnets or zones that it is in. */
export interface Spread {
  /** Lists that hold one element for each subnet or zone. */
  readonly properties: readonly string[];
  readonly least: number;
}

/** A resource is in several zones: as many as it names subnets, unless their zones are known to be fewer. */
export function spansZones(
  stack: StackIndex,
  resource: StackResource,
  { properties, least }: Spread,
): Outcome {
  const places = properties.map((property) => resource.props.at(property));
  const subnets = properties.flatMap((property) => stack.targets(resource, property, SUBNETS).found);
  const named = places.reduce((sum, place) => sum + place.items().length, 0);
  const zones = new Set(subnets.map(zoneOf));
  const areAllKnown = subnets.length >= named && !zones.has(undefined);
  const count = areAllKnown ? zones.size : Math.max(named, subnets.length);
  if (count >= least) return pass;
  const unknown = places.find(({ isUnknown }) => isUnknown);
  return unknown && subnets.length < least
    ? undetermined(unknown)
    : fail(properties[0] ?? "", text`it is in ${count} zones; required: at least ${least}.`);
}

/** The parameter that says in how many zones something must be. */
export const leastZonesParameter = {
  type: "integer" as const,
  minimum: 2,
  maximum: 6,
  default: 2,
  description: "Fewest availability zones.",
};
