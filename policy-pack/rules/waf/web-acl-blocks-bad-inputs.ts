import { WEB_ACLS } from "../../aws/web-acl";
import { defineControl, located } from "../../registry/control";
import { aclBlocksBadInputs } from "../../shapes/web-acl";

export const control = defineControl({
  id: "WAF-04",
  name: "web-acl-blocks-bad-inputs",
  title: "Web ACLs block known bad inputs, Log4j's among them",
  why: "One request with the right header was enough to take over a server.",
  fix: "Add a managed rule group statement for AWSManagedRulesKnownBadInputsRuleSet, without count.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: WEB_ACLS,
  stack: (stack) => stack.ofTypes(WEB_ACLS).map((acl) => located(acl, aclBlocksBadInputs(stack, acl))),
  references: {
    nist80053: ["RA-5", "SI-4", "SI-10"],
    wellArchitected: ["SEC05-BP03"],
    checkov: ["CKV_AWS_192"],
  },
});
