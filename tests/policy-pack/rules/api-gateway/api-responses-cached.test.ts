import { fixtures, UNKNOWN } from "../../support/fixtures";
import { methodSettings, REST, restStage } from "../../support/apis";

const stage = (props: object) => ({ ...REST, ...restStage(props) });
const settings = (values: object) => ({
  settings: methodSettings(values, { restApi: "api-1", stageName: "live" }),
});

fixtures("api-responses-cached", {
  pass: {
    "a stage with a cache": stage({ cacheClusterEnabled: true }),
    "methods that use it": settings({ cachingEnabled: true }),
  },
  fail: { "a stage without a cache": stage({ cacheClusterEnabled: false }) },
  unknown: { "a stage whose cache is computed": stage({ cacheClusterEnabled: UNKNOWN }) },
  unset: { "a stage that says nothing": ["fail", stage({})] },
  alias: { "methods that do not use it": settings({}) },
});
