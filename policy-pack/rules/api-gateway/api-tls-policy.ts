import { endpointTypeOf, REST_APIS } from "../../aws/api-gateway";
import { API_POLICIES } from "../../aws/tls-policies";
import { tokens } from "../../aws/tokens";
import { valueOr } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { type Condition, where } from "../../shapes/condition";
import { oneOf } from "../../shapes/property";
import { type Outcome, undetermined } from "../../verdict/outcome";

interface Parameters {
  readonly policies: readonly string[];
}

const HAS_OWN_ADDRESS: Condition = {
  holds: (api) => {
    const isOff = valueOr(api.at("disableExecuteApiEndpoint").boolean(), false);
    return isOff === undefined ? undefined : !isOff;
  },
  decidedBy: "disableExecuteApiEndpoint",
  otherwise: "The API is called by its domain names only",
};

/** Where nothing is said, private APIs begin at TLS 1.2 and all others at TLS 1.0. */
function judgeApi(subject: Subject, policies: readonly string[]): Outcome {
  const type = endpointTypeOf(subject.props);
  if (type === undefined && subject.props.at("securityPolicy").isAbsent)
    return undetermined("endpointConfiguration.types");
  return oneOf("securityPolicy", policies, type === "PRIVATE" ? "TLS_1_2" : "TLS_1_0")(subject);
}

export const control = defineControl<Parameters>({
  id: "APIGW-15",
  name: "api-tls-policy",
  title: "REST APIs and their domains speak TLS 1.2 or later only",
  why: "TLS 1.0 is broken, and it is where REST APIs begin unless told otherwise.",
  fix: "Set securityPolicy to SecurityPolicy_TLS13_1_2_2021_06 with an endpointAccessMode, or to TLS_1_2 for a domain; or set disableExecuteApiEndpoint.",
  severity: "high",
  enforcement: "mandatory",
  types: [...REST_APIS, ...tokens("apigateway/domainName:DomainName")],
  parameters: {
    policies: {
      type: "array",
      items: { type: "string" },
      minItems: 1,
      default: API_POLICIES,
      description: "Policies that are good.",
    },
  },
  resource: (subject, { parameters }) =>
    REST_APIS.includes(subject.type)
      ? where(HAS_OWN_ADDRESS, (api) => judgeApi(api, parameters.policies))(subject)
      : oneOf("securityPolicy", parameters.policies)(subject),
  references: {
    securityHub: ["APIGateway.11"],
    nist80053: ["AC-17(2)", "SC-8", "SC-8(1)", "SC-13", "SC-23"],
    wellArchitected: ["SEC09-BP02"],
    checkov: ["CKV_AWS_206"],
    prowler: ["apigateway_domain_name_pqc_tls_enabled"],
    trivy: ["AWS-0005"],
    pulumi: [
      "CP:apigateway-domainname-configure-security-policy",
      "PB:api-gateway-domain-name-configure-security-policy",
    ],
  },
});
