import { attachedPolicies, ATTACHING } from "../aws/policy-attachments";
import { type Context, type ControlArgs, located } from "../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../verdict/outcome";
import type { Text } from "../verdict/text";

/** Judges which of AWS's managed policies are attached; `refuses` gets path and name, such as `job-function/Billing`. */
export function managedPolicies<P extends object>(
  refuses: (path: string, parameters: P) => boolean,
  message: Text,
): { readonly types: readonly string[] } & Required<Pick<ControlArgs<P>, "stack">> {
  return {
    types: ATTACHING,
    *stack(stack, { parameters }: Context<P>) {
      for (const resource of stack.ofTypes(ATTACHING)) {
        const attached = attachedPolicies(stack, resource);
        const refused = attached.filter(
          ({ awsManaged }) => awsManaged !== undefined && refuses(awsManaged, parameters),
        );
        const open = attached.find(({ isOpen }) => isOpen);
        const rest: Outcome = open ? undetermined(open.place) : pass;
        if (attached.length === 0) yield located(resource, notApplicable("Nothing is attached here"));
        else if (refused.length === 0) yield located(resource, rest);
        else yield* refused.map(({ place }) => located(resource, fail(place, message, place.path)));
      }
    },
  };
}
