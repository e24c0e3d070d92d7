import { HTTP_STAGES, METHOD_SETTINGS } from "../../aws/api-gateway";
import type { View } from "../../reading/view";
import { valueOr } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { fail, type Judgement, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

function judge(settings: View): Outcome {
  const place = settings.at("dataTraceEnabled");
  const isOn = valueOr(place.boolean(), false);
  if (isOn === undefined) return undetermined(place);
  return isOn
    ? fail(place, text`whole requests and responses are logged; required: false.`, place.path)
    : pass;
}

function judgeStage({ props }: Subject): Judgement {
  const routes = props.at("routeSettings");
  return [
    judge(props.at("defaultRouteSettings")),
    ...(routes.isUnknown ? [undetermined(routes)] : routes.items().map(judge)),
  ].filter(({ verdict }) => verdict !== "pass");
}

export const control = defineControl({
  id: "APIGW-09",
  name: "api-no-data-trace",
  title: "Whole requests and responses are not logged",
  why: "Passwords, tokens and personal data would lie in the logs of everyone who may read logs.",
  fix: "Leave dataTraceEnabled out, or set it to false.",
  severity: "medium",
  enforcement: "advisory",
  types: [...METHOD_SETTINGS, ...HTTP_STAGES],
  resource: (subject) =>
    HTTP_STAGES.includes(subject.type) ? judgeStage(subject) : judge(subject.props.at("settings")),
  references: {
    nist80053: ["AU-9", "SC-28", "SI-12"],
    wellArchitected: ["SEC07-BP02", "SEC08-BP04"],
    checkov: ["CKV_AWS_276"],
  },
});
