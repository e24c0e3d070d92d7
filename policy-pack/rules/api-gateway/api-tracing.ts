import { REST_STAGES } from "../../aws/api-gateway";
import { defineControl } from "../../registry/control";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "APIGW-05",
  name: "api-tracing",
  title: "REST stages take part in X-Ray traces",
  why: "A trace that begins behind the gateway does not show what the gateway cost.",
  fix: "Set xrayTracingEnabled of the stage to true.",
  severity: "low",
  enforcement: "advisory",
  types: REST_STAGES,
  resource: oneOf("xrayTracingEnabled", [true], false),
  references: {
    securityHub: ["APIGateway.3"],
    nist80053: ["CA-7", "SI-4"],
    wellArchitected: ["OPS04-BP05", "REL06-BP07"],
    checkov: ["CKV_AWS_73"],
    cdkNag: ["APIGWXrayEnabled"],
    awsConfig: ["api-gw-xray-enabled"],
    prowler: ["apigateway_restapi_tracing_enabled"],
    trivy: ["AWS-0003"],
  },
});
