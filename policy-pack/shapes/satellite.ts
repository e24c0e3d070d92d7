import { type Located, located } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import type { Text } from "../verdict/text";

/** Another resource that must belong to each resource of some types. */
interface Satellite {
  /** Types that must have one. */
  readonly of: readonly string[];
  /** Types of the satellite. */
  readonly types: readonly string[];
  /** The satellite's property that points at its owner. */
  readonly property: string;
  readonly missing: Text;
}

/** Whether one resource has its satellite. Where one exists that cannot be joined, nothing is said. */
export function judgeSatellite(
  stack: StackIndex,
  owner: StackResource,
  { types, property, missing }: Omit<Satellite, "of">,
): Outcome {
  if (stack.referrers(owner, property, types).length > 0) return pass;
  const open = stack.openReferrer(owner, property, types);
  return open ? undetermined("", open.urn) : fail("", missing);
}

/** Each resource of some types has a satellite in the stack. */
export function satelliteExists({ of, ...asked }: Satellite): (stack: StackIndex) => Iterable<Located> {
  return (stack) => stack.ofTypes(of).map((owner) => located(owner, judgeSatellite(stack, owner, asked)));
}
