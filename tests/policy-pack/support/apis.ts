import { aws, ref, type Resource } from "./fixtures";

type Stage = Readonly<Record<"stage", Resource>>;

/** A stage of a REST API. */
export function restStage(props: object = {}): Stage {
  return { stage: aws("apigateway/stage:Stage", { restApi: ref("api"), stageName: "live", ...props }) };
}

/** A stage of an HTTP or WebSocket API. */
export function httpStage(props: object = {}): Stage {
  return { stage: aws("apigatewayv2/stage:Stage", { apiId: ref("api"), name: "live", ...props }) };
}

/** A REST API. */
export const REST = { api: aws("apigateway/restApi:RestApi") };
/** An API of plain requests. */
export const HTTP = { api: aws("apigatewayv2/api:Api", { protocolType: "HTTP" }) };
/** An API of connections that stay open. */
export const SOCKET = { api: aws("apigatewayv2/api:Api", { protocolType: "WEBSOCKET" }) };

/** Settings of methods of the stage, of all of them where nothing else is said. */
export function methodSettings(settings: object, props: object = {}): Resource {
  const place = { restApi: ref("api"), stageName: ref("stage"), methodPath: "*/*" };
  return aws("apigateway/methodSettings:MethodSettings", { ...place, settings, ...props });
}
