import { tokens } from "../../aws/tokens";
import { valueOr } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { type Condition, where } from "../../shapes/condition";
import { present } from "../../shapes/property";

const THROUGH_VPC_LINK: Condition = {
  holds: (integration) => {
    const type = valueOr(integration.at("connectionType").string(), "INTERNET");
    return type === undefined ? undefined : type.toUpperCase() === "VPC_LINK";
  },
  decidedBy: "connectionType",
  otherwise: "The integration does not use a VPC link",
};

export const control = defineControl({
  id: "APIGW-18",
  name: "api-vpc-link-encrypted",
  title: "Integrations through a VPC link speak HTTPS",
  why: "Without a TLS configuration the gateway speaks plain HTTP inside the VPC.",
  fix: "Set tlsConfig.serverNameToVerify of the aws.apigatewayv2.Integration.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("apigatewayv2/integration:Integration"),
  resource: where(THROUGH_VPC_LINK, present("tlsConfig")),
  references: {
    securityHub: ["APIGateway.10"],
    nist80053: ["AC-4", "SC-8", "SC-8(1)", "SC-13"],
    wellArchitected: ["SEC09-BP02"],
  },
});
