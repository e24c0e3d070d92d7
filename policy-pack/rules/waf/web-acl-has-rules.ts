import { rulesOf, WEB_ACLS } from "../../aws/web-acl";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(stack: StackIndex, acl: StackResource): Outcome {
  const { rules, open } = rulesOf(stack, acl);
  if (rules.length > 0) return pass;
  return open ? undetermined(open) : fail("rules", text`the web ACL has no rule; required: one or more.`);
}

export const control = defineControl({
  id: "WAF-01",
  name: "web-acl-has-rules",
  title: "Web ACLs have rules",
  why: "A web ACL without rules lets everything through, and looks as if it did not.",
  fix: "Add rules or ruleJson, an aws.wafv2.WebAclRule or a WebAclRuleGroupAssociation.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: WEB_ACLS,
  stack: (stack) => stack.ofTypes(WEB_ACLS).map((acl) => located(acl, judge(stack, acl))),
  references: {
    securityHub: ["WAF.10"],
    nist80053: ["CA-9(1)", "CM-2", "SC-7"],
    wellArchitected: ["SEC05-BP03"],
    checkov: ["CKV_AWS_175"],
    awsConfig: ["wafv2-webacl-not-empty"],
    prowler: ["wafv2_webacl_with_rules"],
  },
});
