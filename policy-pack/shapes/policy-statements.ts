import { type Statement, statementsOf } from "../aws/policy-document";
import type { View } from "../reading/view";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import type { Text } from "../verdict/text";

/**
 * No statement of a policy document is refused. What is unknown may be refused once it is known; a refused statement
 * stands, unless its condition is still open.
 */
export function noStatement(
  policy: View,
  refuses: (statement: Statement) => boolean,
  message: Text,
): Outcome {
  const refused = statementsOf(policy).filter(refuses);
  const certain = refused.find(({ place }) => !place.at("Condition").firstUnknown());
  if (certain) return fail(policy, message);
  return refused.length > 0 || policy.document().firstUnknown() ? undetermined(policy) : pass;
}
