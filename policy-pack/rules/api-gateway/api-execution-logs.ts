import {
  areForAllMethods,
  HTTP_STAGES,
  METHOD_SETTINGS,
  REST_STAGES,
  settingsOf,
  speaksWebSocket,
} from "../../aws/api-gateway";
import { known, type View } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const LEVELS = ["ERROR", "INFO"];

/** Nothing is logged where no level is set. */
function judgeLevel(place: View): Outcome {
  if (place.isUnknown) return undetermined(place);
  return LEVELS.includes(known(place.string()) ?? "OFF")
    ? pass
    : fail(place, text`no execution is logged; required: ERROR or INFO.`);
}

/** Settings of single methods count only where they change the level. */
function judgeRest(stack: StackIndex, stage: StackResource): readonly Located[] {
  const settings = settingsOf(stack, stage);
  if (settings.some(areForAllMethods)) {
    return settings
      .map((each) => ({ each, level: each.props.at("settings.loggingLevel") }))
      .filter(({ each, level }) => areForAllMethods(each) || !level.isAbsent)
      .map(({ each, level }) => located(each, judgeLevel(level)));
  }
  const open =
    settings.find(({ props }) => props.at("methodPath").isUnknown) ??
    stack.openReferrer(stage, "stageName", METHOD_SETTINGS);
  const missing = text`no MethodSettings for all methods (*/*) set a logging level; required: ERROR or INFO.`;
  return [located(stage, open ? undetermined("", open.urn) : fail("", missing))];
}

function judgeSocket(stack: StackIndex, stage: StackResource): Outcome {
  const isSocket = speaksWebSocket(stack, stage);
  if (isSocket === false) return notApplicable("HTTP APIs have access logs only");
  const judged = judgeLevel(stage.props.at("defaultRouteSettings.loggingLevel"));
  return isSocket === undefined && judged.verdict === "fail" ? undetermined("apiId") : judged;
}

function* judgeAll(stack: StackIndex): Iterable<Located> {
  for (const stage of stack.ofTypes(REST_STAGES)) yield* judgeRest(stack, stage);
  for (const stage of stack.ofTypes(HTTP_STAGES)) yield located(stage, judgeSocket(stack, stage));
}

export const control = defineControl({
  id: "APIGW-01",
  name: "api-execution-logs",
  title: "Stages of REST and WebSocket APIs log the execution of all methods",
  why: "Access logs say that a request failed; execution logs say where.",
  fix: "Add an aws.apigateway.MethodSettings for */* with loggingLevel ERROR, or set it in defaultRouteSettings.",
  severity: "medium",
  enforcement: "advisory",
  types: [...REST_STAGES, ...HTTP_STAGES],
  stack: judgeAll,
  references: {
    securityHub: ["APIGateway.1"],
    nist80053: ["AC-4(26)", "AU-10", "AU-12", "AU-2", "AU-3", "AU-6(3)", "AU-6(4)", "CA-7", "SI-7(8)"],
    wellArchitected: ["SEC04-BP01", "OPS04-BP02"],
    checkov: ["CKV2_AWS_4"],
    cdkNag: ["AwsSolutions-APIG6", "APIGWExecutionLoggingEnabled"],
    awsConfig: ["api-gw-execution-logging-enabled"],
    prowler: ["apigateway_restapi_logging_enabled"],
    pulumi: ["PB:apigateway-method-execution-logging"],
  },
});
