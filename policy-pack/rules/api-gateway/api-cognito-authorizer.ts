import { METHODS } from "../../aws/api-gateway";
import { defineControl } from "../../registry/control";
import { NO_PREFLIGHT } from "../../shapes/api-method";
import { where } from "../../shapes/condition";
import { oneOf } from "../../shapes/property";

export const control = defineControl({
  id: "APIGW-12",
  name: "api-cognito-authorizer",
  title: "Methods of REST APIs are authorised by a Cognito user pool",
  why: "Where all users live in one pool, another authorizer is a second door.",
  fix: "Set authorization to COGNITO_USER_POOLS, with an authorizerId.",
  severity: "low",
  // Off until asked for: it fits only where users sign in with Cognito.
  enforcement: "disabled",
  types: METHODS,
  resource: where(NO_PREFLIGHT, oneOf("authorization", ["COGNITO_USER_POOLS"], "NONE")),
  references: {
    nist80053: ["AC-3", "IA-2", "IA-8"],
    wellArchitected: ["SEC02-BP04", "SEC03-BP01"],
    cdkNag: ["AwsSolutions-COG4"],
  },
});
