import { fixtures, UNKNOWN } from "../../support/fixtures";
import { HTTP, httpStage, methodSettings, REST, restStage } from "../../support/apis";

const limits = (throttlingRateLimit: unknown, throttlingBurstLimit: unknown) => ({
  throttlingRateLimit,
  throttlingBurstLimit,
});
const rest = (settings: object, props: object = {}) => ({
  ...REST,
  ...restStage(),
  all: methodSettings(settings, props),
});

fixtures("api-throttled", {
  pass: {
    "a stage with limits": rest(limits(100, 200)),
    "a stage that lets nobody in": rest(limits(0, 0)),
    "a stage of an HTTP API with limits": {
      ...HTTP,
      ...httpStage({ defaultRouteSettings: limits(10.5, 20) }),
    },
  },
  fail: {
    "a stage with the account's limits": rest(limits(-1, -1)),
    "a stage with a rate only": rest({ throttlingRateLimit: 100 }),
    "a stage with limits of one method": rest(limits(100, 200), { methodPath: "orders/GET" }),
    "a stage with the account's burst, whose rate is computed": rest(limits(UNKNOWN, -1)),
  },
  unknown: {
    "a stage whose rate is computed": rest(limits(UNKNOWN, 200)),
    "a stage beside settings that cannot be joined": rest(limits(100, 200), { stageName: UNKNOWN }),
    "a stage whose settings are for an unknown method": rest(limits(100, 200), { methodPath: UNKNOWN }),
  },
  unset: { "a stage alone": ["fail", { ...REST, ...restStage() }] },
  alias: { "a stage of an HTTP API that says nothing": { ...HTTP, ...httpStage() } },
});
