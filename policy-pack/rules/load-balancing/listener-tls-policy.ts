import { LISTENERS } from "../../aws/load-balancers";
import { DEFAULT_POLICY, RECOMMENDED_POLICIES } from "../../aws/tls-policies";
import { defineControl } from "../../registry/control";
import { where } from "../../shapes/condition";
import { ENDS_TLS } from "../../shapes/load-balancer";
import { oneOf } from "../../shapes/property";

interface Parameters {
  readonly policies: readonly string[];
}

export const control = defineControl<Parameters>({
  id: "LB-03",
  name: "listener-tls-policy",
  title: "Listeners use a recommended TLS policy",
  why: "The default policy still agrees to TLS 1.0, which is broken.",
  fix: "Set sslPolicy to ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, or another of the control's policies.",
  severity: "high",
  enforcement: "mandatory",
  types: LISTENERS,
  parameters: {
    policies: {
      type: "array",
      items: { type: "string" },
      minItems: 1,
      default: RECOMMENDED_POLICIES,
      description: "Policies that are good.",
    },
  },
  resource: (subject, { parameters }) =>
    where(ENDS_TLS, oneOf("sslPolicy", parameters.policies, DEFAULT_POLICY))(subject),
  references: {
    securityHub: ["ELB.17"],
    nist80053: ["AC-17(2)", "IA-5(1)", "SC-12(3)", "SC-13", "SC-23", "SC-8", "SC-8(1)"],
    wellArchitected: ["SEC09-BP02", "PERF04-BP05"],
    checkov: ["CKV_AWS_103", "CKV2_AWS_74"],
    awsConfig: ["elb-predefined-security-policy-ssl-check"],
    prowler: ["elbv2_insecure_ssl_ciphers"],
    trivy: ["AWS-0047"],
    pulumi: ["CP:lb-listener-configure-secure-tls", "CP:alb-listener-configure-secure-tls"],
  },
});
