import { reachOf } from "../aws/subnet-reach";
import { SUBNETS } from "../aws/subnets";
import { isSet } from "../reading/set";
import { type Located, located } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../verdict/outcome";
import { list, setting, text } from "../verdict/text";

function judge(stack: StackIndex, holder: StackResource): Outcome {
  const place = holder.props.at("subnetIds");
  if (!isSet(place)) return notApplicable("No subnets are named");
  const { found } = stack.targets(holder, "subnetIds", SUBNETS);
  if (found.length === 0) return undetermined(place);
  const reaches = found.map((subnet) => ({ subnet, reach: reachOf(stack, subnet) }));
  const exposed = reaches.filter(({ reach }) => reach === "public");
  const named = place.items().length;
  // A list out of a component may depend on more subnets than it holds.
  const isExact = found.length <= named;
  if (exposed.length === found.length || (exposed.length > 0 && isExact)) {
    const names = list(exposed.map(({ subnet }) => setting(subnet.name)));
    return fail(place, text`${names} has a route to an internet gateway; required: private subnets.`);
  }
  const isVague = reaches.some(({ reach }) => reach !== "private") || found.length < named;
  return isVague ? undetermined(place) : pass;
}

/** Groups of subnets hold none that has a route to an internet gateway. */
export function privateSubnets(types: readonly string[]): (stack: StackIndex) => Iterable<Located> {
  return (stack) => stack.ofTypes(types).map((holder) => located(holder, judge(stack, holder)));
}
