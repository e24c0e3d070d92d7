import { METHODS } from "../../aws/api-gateway";
import { known, valueOr } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { NO_PREFLIGHT } from "../../shapes/api-method";
import { where } from "../../shapes/condition";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge({ props }: Subject): Outcome {
  const authorization = props.at("authorization");
  const key = props.at("apiKeyRequired");
  const needsKey = valueOr(key.boolean(), false);
  const isOpen = ["NONE", undefined].includes(known(authorization.string())?.toUpperCase());
  if (needsKey === true || (!authorization.isUnknown && !isOpen)) return pass;
  if (authorization.isUnknown) return undetermined(authorization);
  if (needsKey === undefined) return undetermined(key);
  return fail(authorization, text`everyone may call the method; required: an authorization, or an API key.`);
}

export const control = defineControl({
  id: "APIGW-10",
  name: "api-method-authorized",
  title: "Methods of REST APIs ask who is calling",
  why: "What everyone may call, everyone will.",
  fix: "Set authorization to AWS_IAM, CUSTOM or COGNITO_USER_POOLS, or apiKeyRequired to true.",
  severity: "high",
  enforcement: "mandatory",
  types: METHODS,
  resource: where(NO_PREFLIGHT, judge),
  references: {
    nist80053: ["AC-3", "AC-6", "IA-2", "SC-7"],
    wellArchitected: ["SEC03-BP01", "SEC03-BP02"],
    checkov: ["CKV_AWS_59", "CKV2_AWS_70"],
    cdkNag: ["AwsSolutions-APIG4"],
    prowler: ["apigateway_restapi_authorizers_enabled", "apigateway_restapi_public_with_authorizer"],
    trivy: ["AWS-0004"],
    pulumi: ["PB:api-gateway-authorization"],
  },
});
