import { fixtures, UNKNOWN } from "../../support/fixtures";
import { HTTP, httpStage, REST, restStage } from "../../support/apis";

const logs = (format: string) => ({ accessLogSettings: { destinationArn: "arn:logs", format } });

fixtures("api-access-log-format", {
  pass: {
    "a format of JSON with the id": restStage(logs('{"id":"$context.requestId","status":$context.status}')),
    "a format of JSON with the longer id": restStage(logs('{ "id": "$context.extendedRequestId" }\n')),
  },
  fail: {
    "a format of words": restStage(logs("$context.requestId $context.status")),
    "a format of JSON without the id": restStage(logs('{"status":"$context.status"}')),
    "a format of JSON with another id": restStage(logs('{"id":"$context.requestIdentity"}')),
  },
  unknown: { "a format that is computed": restStage(logs(UNKNOWN)) },
  unset: {
    "logs without a format": ["fail", restStage({ accessLogSettings: { destinationArn: "arn:logs" } })],
  },
  alias: {
    "a stage of an HTTP API with a format of words": { ...HTTP, ...httpStage(logs("$context.status")) },
  },
  notApplicable: { "a stage without access logs": { ...REST, ...restStage() } },
});
