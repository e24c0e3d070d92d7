import { REST_APIS, REST_STAGES } from "../../aws/api-gateway";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import { present } from "../../shapes/property";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { notApplicable } from "../../verdict/outcome";

const INTEGRATIONS = tokens("apigateway/integration:Integration");
const hasCertificate = present("clientCertificateId");

/** Functions and AWS services know the gateway by its role; only a backend of HTTP asks for a certificate. */
function hasNoHttpBackend(stack: StackIndex, stage: StackResource): boolean {
  const [api] = stack.targets(stage, "restApi", REST_APIS).found;
  if (!api?.props.at("body").isAbsent) return false;
  const types = stack
    .referrers(api, "restApi", INTEGRATIONS)
    .map(({ props }) => known(props.at("type").string()) ?? "HTTP");
  return types.length > 0 && !types.some((type) => type.startsWith("HTTP"));
}

export const control = defineControl({
  id: "APIGW-04",
  name: "api-client-certificate",
  title: "REST stages show a client certificate to their backends",
  why: "A backend of HTTP can then tell the gateway from anyone else who finds its address.",
  fix: "Make an aws.apigateway.ClientCertificate, set its id as clientCertificateId, and check it in the backend.",
  severity: "low",
  enforcement: "advisory",
  types: REST_STAGES,
  stack: (stack) =>
    stack
      .ofTypes(REST_STAGES)
      .map((stage) =>
        located(
          stage,
          hasNoHttpBackend(stack, stage)
            ? notApplicable("No backend of the API speaks HTTP")
            : hasCertificate(stage),
        ),
      ),
  references: {
    securityHub: ["APIGateway.2"],
    nist80053: [
      "AC-17(2)",
      "AC-4",
      "IA-5(1)",
      "SC-12(3)",
      "SC-13",
      "SC-23",
      "SC-7(4)",
      "SC-8",
      "SC-8(1)",
      "SC-8(2)",
    ],
    wellArchitected: ["SEC09-BP03"],
    checkov: ["CKV2_AWS_51"],
    cdkNag: ["APIGWSSLEnabled"],
    awsConfig: ["api-gw-ssl-enabled"],
    prowler: ["apigateway_restapi_client_certificate_enabled"],
    pulumi: ["PB:api-gateway-ssl-certificate-required"],
  },
});
