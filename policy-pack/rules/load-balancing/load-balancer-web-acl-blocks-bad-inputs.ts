import { LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { eachPublicBalancer } from "../../shapes/load-balancer";
import { guardBlocksBadInputs } from "../../shapes/web-acl";

export const control = defineControl({
  id: "LB-13",
  name: "load-balancer-web-acl-blocks-bad-inputs",
  title: "Web ACLs of public load balancers block known bad inputs, Log4j's among them",
  why: "One request with the right header was enough to take over a server.",
  fix: "Add a managed rule group statement for AWSManagedRulesKnownBadInputsRuleSet to the web ACL, without count.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { severity: "high", enforcement: "mandatory" },
  },
  types: LOAD_BALANCERS,
  stack: eachPublicBalancer(guardBlocksBadInputs),
  references: {
    nist80053: ["AC-4(21)", "SC-7", "SI-4"],
    wellArchitected: ["SEC05-BP03"],
    checkov: ["CKV2_AWS_76"],
  },
});
