import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const api = (types: unknown) => ({
  api: aws("apigateway/restApi:RestApi", { endpointConfiguration: { types } }),
});

const http = { api: aws("apigatewayv2/api:Api", { protocolType: "HTTP" }) };

fixtures("api-endpoint-type", {
  pass: { "a private API": api("PRIVATE"), "a private API whose kind is a list": api(["PRIVATE"]) },
  fail: { "a regional API": api("REGIONAL") },
  unknown: { "an API whose kind is computed": api(UNKNOWN) },
  unset: {
    "an API that says nothing, which is at the edge": ["fail", { api: aws("apigateway/restApi:RestApi") }],
  },
  alias: { "an HTTP API, which has a Regional endpoint": http },
  settings: { properties: { allowed: ["PRIVATE"] } },
});

describe("api-endpoint-type", () => {
  it("asks nothing where no kind is configured", async () => {
    assert.equal((await judge("api-endpoint-type", api("REGIONAL"))).verdict, "notApplicable");
  });

  it("takes an HTTP API where Regional endpoints are allowed", async () => {
    const settings = { properties: { allowed: ["REGIONAL"] } };
    assert.equal((await judge("api-endpoint-type", http, settings)).verdict, "pass");
  });
});
