import {
  admitting,
  type AclEntry,
  ingressOf,
  NETWORK_ACL_RULES,
  NETWORK_ACLS,
  wholeAcls,
} from "../../aws/network-acl";
import { defineControl, located } from "../../registry/control";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(rules: readonly AclEntry[]): Outcome {
  const open = admitting(rules, "all", "certain");
  if (open) return fail(open.place, text`all ports open to the whole internet.`);
  const possible = admitting(rules, "all", "possible");
  return possible ? undetermined(possible.place.firstUnknown() ?? possible.place) : pass;
}

export const control = defineControl({
  id: "VPC-12",
  name: "network-acl-no-all-ports",
  title: "Network ACLs do not admit the internet to all ports",
  why: "An ACL that allows everything is no second line.",
  fix: "Allow the ports that the subnets serve, and the return ports 1024-65535, instead of all.",
  severity: "high",
  enforcement: "mandatory",
  types: [...NETWORK_ACLS, ...NETWORK_ACL_RULES],
  resource: ({ type, props }) => {
    const rules = ingressOf(type, props);
    if (NETWORK_ACL_RULES.includes(type) && rules.length === 0)
      return notApplicable("A rule for outgoing traffic");
    return judge(rules);
  },
  stack: (stack) => wholeAcls(stack).map(({ acl, rules }) => located(acl, judge(rules))),
  references: {
    cis3: ["5.1"],
    nist80053: ["AC-4", "SC-7"],
    wellArchitected: ["SEC05-BP02"],
    checkov: ["CKV_AWS_352"],
    prowler: ["ec2_networkacl_allow_ingress_any_port"],
    trivy: ["AWS-0102"],
  },
});
