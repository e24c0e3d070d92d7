import { anyCase } from "../reading/any-case";
import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { tokens } from "./tokens";

/** Web ACLs. */
export const WEB_ACLS = tokens("wafv2/webAcl:WebAcl");
/** Rules and rule groups that are resources of their own. */
export const SEPARATE_WEB_ACL_RULES = tokens(
  "wafv2/webAclRule:WebAclRule",
  "wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation",
);

/** What puts a web ACL in front of something. */
export const WEB_ACL_ASSOCIATIONS = tokens("wafv2/webAclAssociation:WebAclAssociation");

/** Rules, as far as they are known. */
export interface WebAclRules {
  readonly rules: readonly View[];
  /** Where further rules may come from that are not known. */
  readonly open: View | undefined;
}

/**
 * The rules that a web ACL or a rule group holds, as a list or as JSON text. Names in the text are in another letter case,
 * so read rules with `anyCase`.
 */
export function inlineRules(holder: View): WebAclRules {
  const places = [holder.at("rules"), holder.at("ruleJson").document(), holder.at("rulesJson").document()];
  return { rules: places.flatMap((place) => place.items()), open: places.find(({ isUnknown }) => isUnknown) };
}

/** All rules of a web ACL of the stack, its own and those that are resources. */
export function rulesOf(stack: StackIndex, acl: StackResource): WebAclRules {
  const { rules, open } = inlineRules(acl.props);
  const separate = stack.referrers(acl, "webAclArn", SEPARATE_WEB_ACL_RULES).map(({ props }) => props);
  const stray = stack.openReferrer(acl, "webAclArn", SEPARATE_WEB_ACL_RULES);
  return { rules: [...rules, ...separate], open: open ?? stray?.props.at("webAclArn") };
}

const KNOWN_BAD_INPUTS = "AWSManagedRulesKnownBadInputsRuleSet";

/** Actions under which a request gets through. */
const LENIENT = ["count", "allow"];

function isSoftened(rule: View, group: View): boolean {
  const override = anyCase(rule, "overrideAction");
  if (known(override.string()) === "count" || !anyCase(override, "count").isAbsent) return true;
  return anyCase(group, "ruleActionOverrides")
    .items()
    .filter((each) => known(anyCase(each, "name").string())?.startsWith("Log4JRCE") === true)
    .some((each) => LENIENT.some((action) => !anyCase(each, `actionToUse.${action}`).isAbsent));
}

/** Whether a rule is AWS's group against known bad inputs, Log4j among them, and blocks. Nothing where it cannot be told. */
export function blocksKnownBadInputs(rule: View): boolean | undefined {
  const group = ["statement.managedRuleGroupStatement", "managedRuleGroup"]
    .map((path) => anyCase(rule, path))
    .find(({ isAbsent }) => !isAbsent);
  if (!group) return false;
  const name = anyCase(group, "name");
  if (name.isUnknown) return undefined;
  return known(name.string()) === KNOWN_BAD_INPUTS && !isSoftened(rule, group);
}
