import { HTTP_STAGES, REST_STAGES } from "../../aws/api-gateway";
import { defineControl } from "../../registry/control";
import { present } from "../../shapes/property";

export const control = defineControl({
  id: "APIGW-02",
  name: "api-access-logs",
  title: "Stages write access logs",
  why: "Without them nobody can say who called, with what success, and from where.",
  fix: "Set accessLogSettings of the stage with the ARN of a log group or a delivery stream.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { enforcement: "mandatory" },
  },
  types: [...REST_STAGES, ...HTTP_STAGES],
  resource: present("accessLogSettings.destinationArn"),
  references: {
    securityHub: ["APIGateway.9"],
    nist80053: ["AC-4(26)", "AU-10", "AU-12", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "CA-7", "SI-7(8)"],
    wellArchitected: ["SEC04-BP01", "OPS08-BP02"],
    checkov: ["CKV_AWS_76"],
    cdkNag: ["AwsSolutions-APIG1", "APIGWAccessLogging"],
    awsConfig: ["api-gwv2-access-logs-enabled"],
    prowler: ["apigatewayv2_api_access_logging_enabled"],
    trivy: ["AWS-0001"],
    pulumi: [
      "CP:apigatewayv2-stage-enable-access-logging",
      "CP:apigatewayv2-stage-configure-access-logging",
      "PB:api-gateway-access-logging",
      "PB:api-gateway-v2-access-logging",
    ],
  },
});
