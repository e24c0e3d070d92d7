import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { HTTP, SOCKET } from "../../support/apis";

const route = (routeKey: string, props: object = {}) => ({
  route: aws("apigatewayv2/route:Route", { apiId: ref("api"), routeKey, ...props }),
});
const none = { authorizationType: "NONE" };

fixtures("api-route-authorized", {
  pass: {
    "a route for users with a token": { ...HTTP, ...route("GET /orders", { authorizationType: "JWT" }) },
    "a connection for users of IAM": { ...SOCKET, ...route("$connect", { authorizationType: "AWS_IAM" }) },
    "an authorized route of an API elsewhere": {
      route: aws("apigatewayv2/route:Route", { routeKey: "$default", authorizationType: "CUSTOM" }),
    },
  },
  fail: {
    "a route for everyone": { ...HTTP, ...route("GET /orders", none) },
    "a connection for everyone": { ...SOCKET, ...route("$connect", none) },
    "the route of all that is left": { ...HTTP, ...route("$default", none) },
  },
  unknown: {
    "a route whose type is computed": { ...HTTP, ...route("GET /orders", { authorizationType: UNKNOWN }) },
    "a route for everyone, whose key is computed": { ...HTTP, ...route(UNKNOWN, none) },
    "a default route of an API elsewhere": {
      route: aws("apigatewayv2/route:Route", { routeKey: "$default", apiId: "api-1" }),
    },
  },
  unset: { "a route that says nothing": ["fail", { ...HTTP, ...route("GET /orders") }] },
  alias: { none: "one token" },
  notApplicable: {
    "a message of a connection that is open": { ...SOCKET, ...route("sendMessage") },
    "the default of a connection that is open": { ...SOCKET, ...route("$default") },
    "the end of a connection": { ...SOCKET, ...route("$disconnect") },
    "a preflight": { ...HTTP, ...route("OPTIONS /orders") },
  },
});
