import { STACK } from "../aws/tokens";
import { type Located, located, type Parameter } from "../registry/control";
import type { StackIndex } from "../stack/stack-index";
import { fail, pass } from "../verdict/outcome";
import type { Text } from "../verdict/text";

/** The parameter of controls of a thing that an account or Region has once. */
export function ownedParameter(thing: string): Parameter {
  return {
    type: "boolean",
    default: false,
    description: `This stack owns ${thing}: it must be there.`,
  };
}

/** A stack that owns something has it; a stack that does not is not asked. */
export function ownedThingExists(
  stack: StackIndex,
  { owned }: { readonly owned: boolean },
  exists: boolean,
  missing: Text,
): readonly Located[] {
  if (!owned) return [];
  return stack.ofTypes([STACK]).map((root) => located(root, exists ? pass : fail("", missing)));
}
