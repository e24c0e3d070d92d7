import { REST_STAGES } from "../../aws/api-gateway";
import { defineControl, located } from "../../registry/control";
import { guardBlocksBadInputs } from "../../shapes/web-acl";

export const control = defineControl({
  id: "APIGW-20",
  name: "api-web-acl-blocks-bad-inputs",
  title: "Web ACLs of REST stages block known bad inputs, Log4j's among them",
  why: "One request with the right header was enough to take over a server.",
  fix: "Add a managed rule group statement for AWSManagedRulesKnownBadInputsRuleSet to the web ACL, without count.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { severity: "high", enforcement: "mandatory" },
  },
  types: REST_STAGES,
  stack: (stack) =>
    stack.ofTypes(REST_STAGES).map((stage) => located(stage, guardBlocksBadInputs(stack, stage))),
  references: {
    nist80053: ["AC-4(21)", "SC-7", "SI-4"],
    wellArchitected: ["SEC05-BP03"],
    checkov: ["CKV2_AWS_77"],
  },
});
