import { fixtures, UNKNOWN } from "../../support/fixtures";
import { HTTP, httpStage, methodSettings } from "../../support/apis";

const settings = (values: object) => ({
  settings: methodSettings(values, { restApi: "api-1", stageName: "live" }),
});
const stage = (props: object) => ({ ...HTTP, ...httpStage(props) });

fixtures("api-no-data-trace", {
  pass: {
    "methods without traces": settings({ dataTraceEnabled: false }),
    "routes without traces": stage({ routeSettings: [{ routeKey: "GET /", dataTraceEnabled: false }] }),
  },
  fail: {
    "methods with traces": settings({ dataTraceEnabled: true }),
    "a default route with traces": stage({ defaultRouteSettings: { dataTraceEnabled: true } }),
  },
  unknown: {
    "methods whose traces are computed": settings({ dataTraceEnabled: UNKNOWN }),
    "routes that are computed": stage({ routeSettings: UNKNOWN }),
  },
  unset: {
    "methods that say nothing": ["pass", settings({})],
    "a stage that says nothing": ["pass", stage({})],
  },
  alias: {
    "one route with traces": stage({
      routeSettings: [{ routeKey: "GET /" }, { routeKey: "GET /orders", dataTraceEnabled: true }],
    }),
  },
});
