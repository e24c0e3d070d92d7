import { known, valueOr, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { tokens } from "./tokens";

/** REST APIs. */
export const REST_APIS = tokens("apigateway/restApi:RestApi");
/** Stages of REST APIs. */
export const REST_STAGES = tokens("apigateway/stage:Stage");
/** Settings of the methods of a REST stage. */
export const METHOD_SETTINGS = tokens("apigateway/methodSettings:MethodSettings");
/** Methods of REST APIs. */
export const METHODS = tokens("apigateway/method:Method");
/** Stages of HTTP and WebSocket APIs. */
export const HTTP_STAGES = tokens("apigatewayv2/stage:Stage");

/** HTTP and WebSocket APIs. */
export const HTTP_APIS = tokens("apigatewayv2/api:Api");

function isOfSameApi(stack: StackIndex, one: StackResource, other: StackResource): boolean {
  const written = known(one.props.at("restApi").string());
  if (written !== undefined && written === known(other.props.at("restApi").string())) return true;
  const apis = stack.targets(one, "restApi", REST_APIS).found;
  return stack.targets(other, "restApi", REST_APIS).found.some((api) => apis.includes(api));
}

/** The method settings of a REST stage: those computed from it, and those that name it. */
export function settingsOf(stack: StackIndex, stage: StackResource): readonly StackResource[] {
  const name = known(stage.props.at("stageName").string());
  const computed = stack.referrers(stage, "stageName", METHOD_SETTINGS);
  return stack.ofTypes(METHOD_SETTINGS).filter((settings) => {
    if (computed.includes(settings)) return true;
    const named = known(settings.props.at("stageName").string());
    return named !== undefined && named === name && isOfSameApi(stack, settings, stage);
  });
}

/** Whether method settings are for all methods of their stage. */
export function areForAllMethods({ props }: StackResource): boolean {
  return known(props.at("methodPath").string()) === "*/*";
}

/** Whether the API that a stage or route belongs to speaks WebSocket, where that is known. */
export function speaksWebSocket(stack: StackIndex, from: StackResource): boolean | undefined {
  const [api] = stack.targets(from, "apiId", HTTP_APIS).found;
  const protocol = api && known(api.props.at("protocolType").string());
  return protocol === undefined ? undefined : protocol === "WEBSOCKET";
}

/** The kind of endpoint of a REST API, where it is known; EDGE where nothing is said. Programs give one, or a list of one. */
export function endpointTypeOf(api: View): string | undefined {
  const place = api.at("endpointConfiguration.types");
  return valueOr((place.items()[0] ?? place).string(), "EDGE");
}
