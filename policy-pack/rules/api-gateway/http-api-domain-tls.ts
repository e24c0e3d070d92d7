import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "APIGW-16",
  name: "http-api-domain-tls",
  title: "Domains of HTTP APIs speak TLS 1.2 or later only",
  why: "TLS 1.0 is broken; what it carries can be read.",
  fix: "Set domainNameConfiguration.securityPolicy to TLS_1_2.",
  severity: "high",
  enforcement: "mandatory",
  types: tokens("apigatewayv2/domainName:DomainName"),
  resource: oneOf("domainNameConfiguration.securityPolicy", ["TLS_1_2"]),
  references: {
    nist80053: ["AC-17(2)", "SC-8", "SC-8(1)", "SC-13", "SC-23"],
    wellArchitected: ["SEC09-BP02"],
    trivy: ["AWS-0005"],
    pulumi: [
      "CP:apigatewayv2-domainname-configure-domain-name-security-policy",
      "PB:api-gateway-v2-domain-name-configure-domain-name-security-policy",
      "CP:apigatewayv2-domainname-enable-domain-name-configuration",
    ],
  },
});
