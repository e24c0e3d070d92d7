import { REST_STAGES } from "../../aws/api-gateway";
import { defineControl, located } from "../../registry/control";
import { hasWebAcl } from "../../shapes/web-acl";

export const control = defineControl({
  id: "APIGW-06",
  name: "api-web-acl",
  title: "REST stages have a web ACL in front of them",
  why: "An API that many may call is probed by many more.",
  fix: "Add an aws.wafv2.WebAclAssociation with the stage's ARN.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { severity: "high", enforcement: "mandatory" },
  },
  types: REST_STAGES,
  stack: (stack) => stack.ofTypes(REST_STAGES).map((stage) => located(stage, hasWebAcl(stack, stage))),
  references: {
    securityHub: ["APIGateway.4"],
    nist80053: ["AC-4(21)", "SC-7", "SI-4"],
    wellArchitected: ["SEC05-BP03"],
    checkov: ["CKV2_AWS_29"],
    cdkNag: ["AwsSolutions-APIG3", "APIGWAssociatedWithWAF"],
    awsConfig: ["api-gw-associated-with-waf"],
    prowler: ["apigateway_restapi_waf_acl_attached"],
    pulumi: ["PB:api-gateway-waf-enabled", "PB:api-gateway-waf-association"],
  },
});
