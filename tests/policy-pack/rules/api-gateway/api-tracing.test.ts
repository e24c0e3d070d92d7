import { fixtures, UNKNOWN } from "../../support/fixtures";
import { restStage } from "../../support/apis";

fixtures("api-tracing", {
  pass: { "a stage that is traced": restStage({ xrayTracingEnabled: true }) },
  fail: { "a stage that is not": restStage({ xrayTracingEnabled: false }) },
  unknown: { "a stage whose tracing is computed": restStage({ xrayTracingEnabled: UNKNOWN }) },
  unset: { "a stage that leaves it out": ["fail", restStage()] },
  alias: { none: "one token" },
});
