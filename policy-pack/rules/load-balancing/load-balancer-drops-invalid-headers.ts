import { LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { where } from "../../shapes/condition";
import { ofKind } from "../../shapes/load-balancer";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "LB-06",
  name: "load-balancer-drops-invalid-headers",
  title: "Application load balancers drop invalid headers",
  why: "Malformed headers are how one request is smuggled inside another.",
  fix: "Set dropInvalidHeaderFields to true.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: LOAD_BALANCERS,
  resource: where(ofKind("application"), oneOf("dropInvalidHeaderFields", [true], false)),
  references: {
    securityHub: ["ELB.4"],
    nist80053: ["SC-7(4)", "SC-8(2)", "SI-10"],
    wellArchitected: ["SEC05-BP03"],
    checkov: ["CKV_AWS_131"],
    cdkNag: ["ALBHttpDropInvalidHeaderEnabled"],
    awsConfig: ["alb-http-drop-invalid-header-enabled"],
    prowler: ["elbv2_alb_drop_invalid_header_fields_enabled"],
    trivy: ["AWS-0052"],
  },
});
