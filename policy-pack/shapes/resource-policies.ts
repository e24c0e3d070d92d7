import type { Context, ControlArgs, Subject } from "../registry/control";
import { notApplicable } from "../verdict/outcome";
import type { Text } from "../verdict/text";
import { judgeStatements, type Refusal } from "./refused-statements";

/** Judges the policy of a resource, which stands in `policy`, statement by statement. */
export function resourcePolicies<P extends object>(
  types: readonly string[],
  refuses: (subject: Subject, parameters: P) => Refusal,
  message: Text,
): { readonly types: readonly string[] } & Required<Pick<ControlArgs<P>, "resource">> {
  return {
    types,
    resource: (subject: Subject, { parameters }: Context<P>) => {
      const policy = subject.props.at("policy");
      if (policy.isAbsent) return notApplicable("There is no policy here");
      return judgeStatements(policy, refuses(subject, parameters), message);
    },
  };
}
