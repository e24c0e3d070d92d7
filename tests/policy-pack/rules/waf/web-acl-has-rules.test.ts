import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { badInputs, webAcl } from "../../support/web-acls";

const rule = (webAclArn: unknown) => ({
  rule: aws("wafv2/webAclRule:WebAclRule", { webAclArn, ...badInputs() }),
});

fixtures("web-acl-has-rules", {
  pass: {
    "a web ACL with a rule": { acl: webAcl(badInputs()) },
    "a web ACL with a rule in JSON text": {
      acl: aws("wafv2/webAcl:WebAcl", { ruleJson: JSON.stringify([{ Name: "r" }]) }),
    },
    "a web ACL whose rule is a resource": { acl: webAcl(), ...rule(ref("acl")) },
  },
  fail: {
    "a web ACL without": { acl: webAcl() },
    "a web ACL beside the rule of another": { acl: webAcl(), ...rule("arn:other") },
  },
  unknown: {
    "a web ACL whose rules are computed": { acl: aws("wafv2/webAcl:WebAcl", { rules: UNKNOWN }) },
    "a web ACL whose text is no JSON": { acl: aws("wafv2/webAcl:WebAcl", { ruleJson: "not json" }) },
    "a web ACL beside a rule that cannot be joined": { acl: webAcl(), ...rule(UNKNOWN) },
  },
  unset: { "a web ACL that says nothing": ["fail", { acl: aws("wafv2/webAcl:WebAcl") }] },
  alias: { none: "one token" },
});
