import { tokens } from "../../aws/tokens";
import { inlineRules, SEPARATE_WEB_ACL_RULES, WEB_ACLS } from "../../aws/web-acl";
import { anyCase } from "../../reading/any-case";
import type { View } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { present } from "../../shapes/property";
import { fail, type Judgement, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const GROUPS = tokens("wafv2/ruleGroup:RuleGroup");
const [WEB_ACL_RULE = ""] = SEPARATE_WEB_ACL_RULES;

/** What must hold something, by type of the first generation. */
const CLASSIC: Readonly<Record<string, string>> = {
  "aws:waf/rule:Rule": "predicates",
  "aws:waf/ruleGroup:RuleGroup": "activatedRules",
  "aws:waf/webAcl:WebAcl": "rules",
  "aws:wafregional/rule:Rule": "predicates",
  "aws:wafregional/ruleGroup:RuleGroup": "activatedRules",
  "aws:wafregional/webAcl:WebAcl": "rules",
};

/** Rules act by themselves, or leave it to the rules of the group that they name. */
function acts(rule: View): Outcome {
  const places = ["action", "overrideAction"].map((name) => anyCase(rule, name));
  if (places.some((place) => place.isUnknown || !place.isEmpty)) return pass;
  return fail(rule, text`the rule has no action; required: one.`, rule.path);
}

function judgeHolder({ type, props }: Subject): Judgement {
  const { rules, open } = inlineRules(props);
  if (open) return undetermined(open);
  if (rules.length === 0 && GROUPS.includes(type))
    return fail("rules", text`the rule group has no rule; required: one or more.`);
  return rules.map(acts).filter(({ verdict }) => verdict !== "pass");
}

export const control = defineControl({
  id: "WAF-05",
  name: "web-acl-rules-act",
  title: "Rules of the web application firewall have something to match and something to do",
  why: "An empty rule or group protects nothing, and looks as if it did.",
  fix: "Give each rule an action or overrideAction, and each group and each rule of the first generation its parts.",
  severity: "low",
  enforcement: "advisory",
  profiles: {
    public: { severity: "medium", enforcement: "mandatory" },
  },
  types: [
    ...WEB_ACLS,
    ...GROUPS,
    WEB_ACL_RULE,
    ...tokens(...Object.keys(CLASSIC).map((type) => type.slice("aws:".length))),
  ],
  resource: (subject) => {
    const part = CLASSIC[subject.type];
    if (part !== undefined) return present(part)(subject);
    return subject.type === WEB_ACL_RULE ? acts(subject.props) : judgeHolder(subject);
  },
  references: {
    securityHub: ["WAF.2", "WAF.3", "WAF.4", "WAF.6", "WAF.7", "WAF.8"],
    nist80053: ["AC-4(21)", "CA-9(1)", "CM-2", "SC-7", "SC-7(11)", "SC-7(16)", "SC-7(21)"],
    wellArchitected: ["SEC05-BP03"],
    checkov: ["CKV_AWS_342"],
    awsConfig: [
      "wafv2-rulegroup-not-empty",
      "waf-global-rule-not-empty",
      "waf-global-rulegroup-not-empty",
      "waf-global-webacl-not-empty",
      "waf-regional-rule-not-empty",
      "waf-regional-rulegroup-not-empty",
      "waf-regional-webacl-not-empty",
    ],
    prowler: [
      "waf_global_rule_with_conditions",
      "waf_global_rulegroup_not_empty",
      "waf_global_webacl_with_rules",
      "waf_regional_rule_with_conditions",
      "waf_regional_rulegroup_not_empty",
      "waf_regional_webacl_with_rules",
    ],
  },
});
