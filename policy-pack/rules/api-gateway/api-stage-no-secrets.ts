import { HTTP_STAGES, REST_STAGES } from "../../aws/api-gateway";
import type { View } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { noSecret } from "../../shapes/secret-variable";
import { type Outcome, undetermined } from "../../verdict/outcome";

function judge(variables: View): readonly Outcome[] {
  if (variables.isUnknown) return [undetermined(variables)];
  return variables
    .keys()
    .map((name) => noSecret({ name, value: variables.child(name) }))
    .filter(({ verdict }) => verdict !== "pass");
}

export const control = defineControl({
  id: "APIGW-19",
  name: "api-stage-no-secrets",
  title: "Stages have no secrets in their variables",
  why: "Everyone who may read a stage reads its variables, and they travel on into logs and addresses.",
  fix: "Put the value into Secrets Manager, and let the backend read it there.",
  severity: "high",
  enforcement: "mandatory",
  types: [...REST_STAGES, ...HTTP_STAGES],
  resource: ({ type, props }) => judge(props.at(REST_STAGES.includes(type) ? "variables" : "stageVariables")),
  references: {
    nist80053: ["IA-5(7)", "SC-28"],
    wellArchitected: ["SEC02-BP03", "SEC08-BP02"],
    prowler: ["apigateway_restapi_no_secrets_in_stage_variables"],
  },
});
