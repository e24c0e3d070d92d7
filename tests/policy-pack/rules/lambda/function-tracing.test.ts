import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const lambda = (mode: string) => ({ lambda: aws("lambda/function:Function", { tracingConfig: { mode } }) });

fixtures("function-tracing", {
  pass: { "a function that is traced": lambda("Active") },
  fail: { "a function that passes traces on only": lambda("PassThrough") },
  unknown: { "a function whose tracing is computed": lambda(UNKNOWN) },
  unset: { "a function that leaves it out": ["fail", { lambda: aws("lambda/function:Function") }] },
  alias: { none: "one token" },
});
