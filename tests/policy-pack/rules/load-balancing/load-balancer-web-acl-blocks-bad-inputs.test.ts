import { aws, fixtures, type Program, ref, UNKNOWN } from "../../support/fixtures";
import { aliasedBalancer, balancer } from "../../support/load-balancers";
import { badInputs, BLOCKING, LENIENT, UNSEEN_RULES, webAcl } from "../../support/web-acls";

const guard = (webAclArn: unknown, resourceArn: unknown = ref("balancer")) => ({
  guard: aws("wafv2/webAclAssociation:WebAclAssociation", { resourceArn, webAclArn }),
});
const behind = (programs: Readonly<Record<string, Program>>) =>
  Object.fromEntries(
    Object.entries(programs).map(([title, program]) => [
      `a load balancer behind ${title}`,
      { ...program, ...balancer(), ...guard(ref("acl")) },
    ]),
  );

fixtures("load-balancer-web-acl-blocks-bad-inputs", {
  pass: {
    ...behind(BLOCKING),
    "a load balancer behind a web ACL whose rule is a resource": {
      acl: webAcl(),
      rule: aws("wafv2/webAclRule:WebAclRule", { webAclArn: ref("acl"), ...badInputs() }),
      ...balancer(),
      ...guard(ref("acl")),
    },
    "a load balancer behind a web ACL whose group is a resource": {
      acl: webAcl(),
      rule: aws("wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation", {
        webAclArn: ref("acl"),
        managedRuleGroup: { vendorName: "AWS", name: "AWSManagedRulesKnownBadInputsRuleSet" },
      }),
      ...balancer(),
      ...guard(ref("acl")),
    },
  },
  fail: {
    ...behind(LENIENT),
    "a load balancer behind a web ACL whose group is a resource that counts": {
      acl: webAcl(),
      rule: aws("wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation", {
        webAclArn: ref("acl"),
        managedRuleGroup: { vendorName: "AWS", name: "AWSManagedRulesKnownBadInputsRuleSet" },
        overrideAction: "count",
      }),
      ...balancer(),
      ...guard(ref("acl")),
    },
  },
  unknown: {
    ...behind(UNSEEN_RULES),
    "a load balancer behind a web ACL of another stack": { ...balancer(), ...guard("arn:acl") },
    "a load balancer beside an association that cannot be joined": {
      ...balancer(),
      ...guard("arn:acl", UNKNOWN),
    },
  },
  unset: { "a load balancer without a web ACL": ["notApplicable", balancer()] },
  alias: {
    "a load balancer of the other module": { acl: webAcl(), ...aliasedBalancer(), ...guard(ref("acl")) },
  },
  notApplicable: {
    "an internal load balancer": { acl: webAcl(), ...balancer({ internal: true }), ...guard(ref("acl")) },
  },
});
