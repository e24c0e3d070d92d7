import { fixtures, UNKNOWN } from "../../support/fixtures";
import { HTTP, httpStage, REST, restStage } from "../../support/apis";

const logs = (destinationArn: string) => ({ accessLogSettings: { destinationArn, format: "{}" } });

fixtures("api-access-logs", {
  pass: {
    "a stage with logs": { ...REST, ...restStage(logs("arn:logs")) },
    "a stage whose logs are computed": { ...REST, ...restStage(logs(UNKNOWN)) },
    "a stage of an HTTP API with logs": { ...HTTP, ...httpStage(logs("arn:logs")) },
  },
  fail: { "a stage that logs to nowhere": { ...REST, ...restStage(logs("")) } },
  unknown: { none: "logs that are computed are logs" },
  unset: { "a stage that says nothing": ["fail", { ...REST, ...restStage() }] },
  alias: { "a stage of an HTTP API that says nothing": { ...HTTP, ...httpStage() } },
});
