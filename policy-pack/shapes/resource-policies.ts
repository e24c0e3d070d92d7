import type { View } from "../reading/view";
import { isSet } from "../reading/set";
import type { Context, ControlArgs, Subject } from "../registry/control";
import { type Judgement, notApplicable } from "../verdict/outcome";
import type { Text } from "../verdict/text";
import { judgeStatements, type Refusal } from "./refused-statements";

/** Types by the property that holds their policy. */
type Holders = Readonly<Record<string, readonly string[]>>;

function isList(holders: readonly string[] | Holders): holders is readonly string[] {
  return Array.isArray(holders);
}

/** Judges a policy that a resource may carry; the provider reads an unset text as an empty one. */
export function judgePolicy(policy: View, refuses: Refusal, message: Text): Judgement {
  return isSet(policy) ? judgeStatements(policy, refuses, message) : notApplicable("There is no policy here");
}

/**
 * Judges the policy of a resource, statement by statement.
 *
 * @param holders - Types that hold it in `policy`, or types by the property that holds it.
 */
export function resourcePolicies<P extends object>(
  holders: readonly string[] | Holders,
  refuses: (subject: Subject, parameters: P) => Refusal,
  message: Text,
): { readonly types: readonly string[] } & Required<Pick<ControlArgs<P>, "resource">> {
  const byProperty = isList(holders) ? { policy: holders } : holders;
  const propertyOf = new Map(
    Object.entries(byProperty).flatMap(([property, types]) => types.map((type) => [type, property])),
  );
  return {
    types: [...propertyOf.keys()],
    resource: (subject: Subject, { parameters }: Context<P>) =>
      judgePolicy(
        subject.props.at(propertyOf.get(subject.type) ?? ""),
        refuses(subject, parameters),
        message,
      ),
  };
}
