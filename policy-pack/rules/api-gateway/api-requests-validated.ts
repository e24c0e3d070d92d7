import { METHODS } from "../../aws/api-gateway";
import { tokens } from "../../aws/tokens";
import { valueOr } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { NO_PREFLIGHT } from "../../shapes/api-method";
import { where } from "../../shapes/condition";
import { present } from "../../shapes/property";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const VALIDATORS = tokens("apigateway/requestValidator:RequestValidator");

const hasValidator = where(NO_PREFLIGHT, present("requestValidatorId"));

/** A validator checks nothing unless it is told to. */
function validates({ props }: Subject): Outcome {
  const places = ["validateRequestBody", "validateRequestParameters"].map((name) => props.at(name));
  if (places.some((place) => valueOr(place.boolean(), false) === true)) return pass;
  const unknown = places.find(({ isUnknown }) => isUnknown);
  return unknown
    ? undetermined(unknown)
    : fail(
        "validateRequestBody",
        text`the validator checks neither body nor parameters; required: one of them.`,
      );
}

export const control = defineControl({
  id: "APIGW-13",
  name: "api-requests-validated",
  title: "REST APIs validate requests before they reach the backend",
  why: "A malformed request that the gateway refuses costs the backend nothing and cannot break it.",
  fix: "Add an aws.apigateway.RequestValidator, and set its id as requestValidatorId of each method.",
  severity: "low",
  enforcement: "advisory",
  types: [...METHODS, ...VALIDATORS],
  resource: (subject) => (METHODS.includes(subject.type) ? hasValidator(subject) : validates(subject)),
  references: {
    nist80053: ["SI-10"],
    wellArchitected: ["REL03-BP03", "SEC05-BP03"],
    checkov: ["CKV2_AWS_53"],
    cdkNag: ["AwsSolutions-APIG2"],
  },
});
