import { isBlank } from "../aws/buckets";
import { type Statement, statementsOf } from "../aws/policy-document";
import type { View } from "../reading/view";
import type { Subject } from "../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../verdict/outcome";
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
  return policy.document().firstUnknown() ? undetermined(policy) : pass;
}

/** No statement of the policy that a bucket or a bucket policy carries is refused. */
export function noBucketStatement(
  refuses: (statement: Statement) => boolean,
  message: Text,
): (subject: Subject) => Outcome {
  return ({ props }) => {
    const policy = props.at("policy");
    return isBlank(policy)
      ? notApplicable("The bucket carries no policy here")
      : noStatement(policy, refuses, message);
  };
}
