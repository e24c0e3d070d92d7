import { STACK } from "../aws/tokens";
import { type Context, type Located, located, type Parameter } from "../registry/control";
import type { StackIndex } from "../stack/stack-index";
import { fail, pass } from "../verdict/outcome";
import type { Text } from "../verdict/text";

/** What a control of a thing that a Region of an account has once can be told. */
export interface OwnedParameters {
  readonly owned: boolean;
}

/** The parameter of such a control. */
export const ownedParameter: Parameter = {
  type: "boolean",
  default: false,
  description: "This stack owns the setting, which a Region of an account has once: it must be there.",
};

/** Where the stack owns the setting, a resource of the types exists. */
export function existsWhereOwned(
  types: readonly string[],
  missing: Text,
): (stack: StackIndex, context: Context<OwnedParameters>) => readonly Located[] {
  return (stack, { parameters }) => {
    if (!parameters.owned) return [];
    const exists = stack.ofTypes(types).length > 0;
    return stack.ofTypes([STACK]).map((root) => located(root, exists ? pass : fail("", missing)));
  };
}
