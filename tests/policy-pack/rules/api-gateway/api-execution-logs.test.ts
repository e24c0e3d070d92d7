import { fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { HTTP, httpStage, methodSettings, REST, restStage, SOCKET } from "../../support/apis";

const error = { loggingLevel: "ERROR" };
const route = (defaultRouteSettings: object) => httpStage({ defaultRouteSettings });

fixtures("api-execution-logs", {
  pass: {
    "a stage whose methods all log errors": { ...REST, ...restStage(), all: methodSettings(error) },
    "a stage whose methods all log everything": {
      ...REST,
      ...restStage(),
      all: methodSettings({ loggingLevel: "INFO" }),
    },
    "a stage that is named, not computed": {
      ...REST,
      ...restStage(),
      all: methodSettings(error, { stageName: "live" }),
    },
    "a method with a setting of its own, and no level": {
      ...REST,
      ...restStage(),
      all: methodSettings(error),
      one: methodSettings({ cachingEnabled: true }, { methodPath: "orders/GET" }),
    },
    "a WebSocket stage that logs errors": { ...SOCKET, ...route(error) },
    "a stage of another stack's API that logs errors": route(error),
  },
  fail: {
    "a stage whose methods do not log": {
      ...REST,
      ...restStage(),
      all: methodSettings({ loggingLevel: "OFF" }),
    },
    "a stage one of whose methods does not log": {
      ...REST,
      ...restStage(),
      all: methodSettings(error),
      one: methodSettings({ loggingLevel: "OFF" }, { methodPath: "orders/GET" }),
    },
    "a stage with settings of one method only": {
      ...REST,
      ...restStage(),
      one: methodSettings(error, { methodPath: "orders/GET" }),
    },
    "a stage beside the settings of a stage of the same name of another API": {
      ...REST,
      other: REST.api,
      ...restStage(),
      all: methodSettings(error, { stageName: "live", restApi: ref("other") }),
    },
    "a stage beside the settings of a stage of the same name elsewhere": {
      ...REST,
      ...restStage(),
      all: methodSettings(error, { stageName: "live", restApi: "other" }),
    },
  },
  unknown: {
    "a stage whose level is computed": {
      ...REST,
      ...restStage(),
      all: methodSettings({ loggingLevel: UNKNOWN }),
    },
    "a stage whose settings are for an unknown method": {
      ...REST,
      ...restStage(),
      all: methodSettings(error, { methodPath: UNKNOWN }),
    },
    "a stage beside settings that cannot be joined": {
      ...REST,
      ...restStage(),
      all: methodSettings(error, { stageName: UNKNOWN }),
    },
    "a stage of another stack's API that does not log": route({}),
  },
  unset: {
    "a stage alone": ["fail", { ...REST, ...restStage() }],
    "a stage whose settings say nothing of a level": [
      "fail",
      { ...REST, ...restStage(), all: methodSettings({ metricsEnabled: true }) },
    ],
  },
  alias: { "a WebSocket stage that does not log": { ...SOCKET, ...httpStage() } },
  notApplicable: { "a stage of an HTTP API": { ...HTTP, ...httpStage() } },
});
