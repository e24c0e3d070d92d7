import { type Located, located } from "../registry/control";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { fail, pass, undetermined } from "../verdict/outcome";
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

/** Each resource of some types has a satellite in the stack. Where one exists that cannot be joined, nothing is said. */
export function satelliteExists({
  of,
  types,
  property,
  missing,
}: Satellite): (stack: StackIndex) => Iterable<Located> {
  const judge = (stack: StackIndex, owner: StackResource): Located => {
    if (stack.referrers(owner, property, types).length > 0) return located(owner, pass);
    const open = stack.openReferrer(owner, property, types);
    return located(owner, open ? undetermined("", open.urn) : fail("", missing));
  };
  return (stack) => stack.ofTypes(of).map((owner) => judge(stack, owner));
}
