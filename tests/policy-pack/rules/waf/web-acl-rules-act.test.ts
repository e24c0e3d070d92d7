import { aws, fixtures, UNKNOWN } from "../../support/fixtures";
import { badInputs, webAcl } from "../../support/web-acls";

const group = (props: object) => ({ group: aws("wafv2/ruleGroup:RuleGroup", { ...props }) });

fixtures("web-acl-rules-act", {
  pass: {
    "a rule that blocks": { acl: webAcl({ name: "r", action: { block: {} } }) },
    "a rule that leaves it to its group": { acl: webAcl(badInputs()) },
    "a rule whose action is computed": { acl: webAcl({ name: "r", action: UNKNOWN }) },
    "a rule group with a rule in JSON text": group({
      rulesJson: JSON.stringify([{ Action: { Block: {} } }]),
    }),
    "a rule of the first generation": { rule: aws("waf/rule:Rule", { predicates: [{ type: "IPMatch" }] }) },
  },
  fail: {
    "one rule without an action of two": { acl: webAcl(badInputs(), { name: "r" }) },
    "a rule with an empty action": { acl: webAcl({ name: "r", action: {} }) },
    "a rule group without rules": group({ rules: [] }),
  },
  unknown: { "a rule group whose rules are computed": group({ rules: UNKNOWN }) },
  unset: {
    "a rule group that says nothing": ["fail", group({})],
    "a web ACL that says nothing, which another control asks about": ["pass", { acl: webAcl() }],
  },
  alias: {
    "a rule of the first generation without anything to match": { rule: aws("waf/rule:Rule") },
    "a regional web ACL of the first generation without rules": {
      acl: aws("wafregional/webAcl:WebAcl", { rules: [] }),
    },
    "a rule that is a resource, without an action": {
      rule: aws("wafv2/webAclRule:WebAclRule", { webAclArn: "arn:acl" }),
    },
  },
});
