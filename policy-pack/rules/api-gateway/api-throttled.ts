import {
  areForAllMethods,
  HTTP_STAGES,
  METHOD_SETTINGS,
  REST_STAGES,
  settingsOf,
} from "../../aws/api-gateway";
import { known, type View } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const LIMITS = ["throttlingRateLimit", "throttlingBurstLimit"];

/** Unset, and by the value -1, the stage has the limits that it shares with all APIs of the account. */
function judge(settings: View): Outcome {
  const places = LIMITS.map((name) => settings.at(name));
  const open = places.find((place) => !place.isUnknown && (known(place.number()) ?? -1) < 0);
  if (open)
    return fail(open, text`the stage has the account's limits; required: a rate and a burst of its own.`);
  const unknown = places.find(({ isUnknown }) => isUnknown);
  return unknown ? undetermined(unknown) : pass;
}

function judgeRest(stack: StackIndex, stage: StackResource): Located {
  const settings = settingsOf(stack, stage);
  const forAll = settings.find(areForAllMethods);
  if (forAll) return located(forAll, judge(forAll.props.at("settings")));
  const open =
    settings.find(({ props }) => props.at("methodPath").isUnknown) ??
    stack.openReferrer(stage, "stageName", METHOD_SETTINGS);
  const missing = text`no MethodSettings for all methods (*/*) set limits; required: a rate and a burst.`;
  return located(stage, open ? undetermined("", open.urn) : fail("", missing));
}

function* judgeAll(stack: StackIndex): Iterable<Located> {
  for (const stage of stack.ofTypes(REST_STAGES)) yield judgeRest(stack, stage);
  for (const stage of stack.ofTypes(HTTP_STAGES))
    yield located(stage, judge(stage.props.at("defaultRouteSettings")));
}

export const control = defineControl({
  id: "APIGW-14",
  name: "api-throttled",
  title: "Stages have limits of their own for rate and burst",
  why: "All APIs of an account share its limits, so that one caller of one API can stop all others.",
  fix: "Set throttlingRateLimit and throttlingBurstLimit in MethodSettings for */*, or in defaultRouteSettings.",
  severity: "medium",
  enforcement: "advisory",
  profiles: {
    public: { severity: "high", enforcement: "mandatory" },
  },
  types: [...REST_STAGES, ...HTTP_STAGES],
  stack: judgeAll,
  references: {
    nist80053: ["SC-5", "SC-6"],
    wellArchitected: ["REL05-BP02"],
    cdkNag: ["APIGWDefaultThrottling"],
  },
});
