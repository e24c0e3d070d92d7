import { LOAD_BALANCERS } from "../../aws/load-balancers";
import { defineControl } from "../../registry/control";
import { where } from "../../shapes/condition";
import { ofKind } from "../../shapes/load-balancer";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "LB-07",
  name: "load-balancer-desync-mitigation",
  title: "Application load balancers refuse ambiguous requests",
  why: "Requests that two servers read differently poison queues and caches.",
  fix: "Leave desyncMitigationMode out, or set it to defensive or strictest.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: LOAD_BALANCERS,
  resource: where(
    ofKind("application"),
    oneOf("desyncMitigationMode", ["defensive", "strictest"], "defensive"),
  ),
  references: {
    securityHub: ["ELB.12"],
    nist80053: ["AC-4(21)", "CA-9(1)", "CM-2", "SI-10"],
    wellArchitected: ["SEC05-BP03"],
    checkov: ["CKV_AWS_328"],
    awsConfig: ["alb-desync-mode-check"],
    prowler: ["elbv2_desync_mitigation_mode"],
  },
});
