import { STACK } from "../aws/tokens";
import { type Context, type Located, located, type Parameter } from "../registry/control";
import type { StackIndex } from "../stack/stack-index";
import { fail, type Outcome, pass } from "../verdict/outcome";
import type { Text } from "../verdict/text";

/** The parameter of a control about a thing that may rightly be in another stack. */
export interface Owned {
  readonly owned: boolean;
}

/** The parameter's declaration, with the words that say what the stack owns. */
export function owned(description: string): { readonly owned: Parameter } {
  return { owned: { type: "boolean", default: false, description } };
}

/** Outcomes about the stack as a whole, where it owns the thing; nothing elsewhere. */
export function whereOwned<P extends Owned>(
  judge: (stack: StackIndex, parameters: P) => readonly Outcome[],
): (stack: StackIndex, context: Context<P>) => readonly Located[] {
  return (stack, { parameters }) => {
    if (!parameters.owned) return [];
    return stack
      .ofTypes([STACK])
      .flatMap((root) => judge(stack, parameters).map((outcome) => located(root, outcome)));
  };
}

/** A stack that owns the thing has a resource of one of the types. */
export function ownedExists(types: readonly string[], missing: Text) {
  return whereOwned((stack) => [stack.ofTypes(types).length > 0 ? pass : fail("", missing)]);
}
