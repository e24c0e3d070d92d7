import { known, type View } from "../reading/view";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import { text } from "../verdict/text";

/** Whether a lifecycle rule is in force: a resource says `status`, the bucket's own property `enabled`. */
export function judgeRuleOn(rule: View): Outcome {
  const [status, enabled] = [rule.at("status"), rule.at("enabled")];
  if (known(status.string()) === "Enabled" || known(enabled.boolean()) === true) return pass;
  const open = [status, enabled].find(({ isUnknown }) => isUnknown);
  return open ? undetermined(open) : fail(rule, text`the rule is not enabled.`);
}
