import { speaksWebSocket } from "../../aws/api-gateway";
import { tokens } from "../../aws/tokens";
import { known } from "../../reading/view";
import { defineControl, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const ROUTES = tokens("apigatewayv2/route:Route");

/** A WebSocket asks once, when it connects. `$default` exists in both kinds of API; other routes show which by their form. */
function isAsked(stack: StackIndex, route: StackResource): boolean | undefined {
  const key = known(route.props.at("routeKey").string());
  if (key === undefined) return undefined;
  if (key === "$connect") return true;
  if (key !== "$default") return /^[A-Z]+ \//.test(key) && !key.startsWith("OPTIONS ");
  const isSocket = speaksWebSocket(stack, route);
  return isSocket === undefined ? undefined : !isSocket;
}

function judge(stack: StackIndex, route: StackResource): Outcome {
  const asked = isAsked(stack, route);
  if (asked === false) return notApplicable("Nobody signs in on this route");
  const type = route.props.at("authorizationType");
  if (type.isUnknown) return undetermined(type);
  if (!["NONE", undefined].includes(known(type.string())?.toUpperCase())) return pass;
  return asked === undefined
    ? undetermined("routeKey")
    : fail(type, text`everyone may call the route; required: an authorization type.`);
}

export const control = defineControl({
  id: "APIGW-11",
  name: "api-route-authorized",
  title: "Routes of HTTP and WebSocket APIs ask who is calling",
  why: "What everyone may call, everyone will.",
  fix: "Set authorizationType of the route to AWS_IAM, JWT or CUSTOM.",
  severity: "high",
  enforcement: "mandatory",
  types: ROUTES,
  stack: (stack) => stack.ofTypes(ROUTES).map((route) => located(route, judge(stack, route))),
  references: {
    securityHub: ["APIGateway.8"],
    nist80053: ["AC-3", "CM-2", "CM-2(2)", "IA-2"],
    wellArchitected: ["SEC03-BP01", "SEC03-BP02"],
    checkov: ["CKV_AWS_309"],
    cdkNag: ["AwsSolutions-APIG4"],
    awsConfig: ["api-gwv2-authorization-type-configured"],
    prowler: ["apigatewayv2_api_authorizers_enabled"],
  },
});
