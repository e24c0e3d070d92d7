import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const machine = (enabled: unknown) => ({
  machine: aws("sfn/stateMachine:StateMachine", { definition: "{}", tracingConfiguration: { enabled } }),
});

fixtures("state-machine-tracing", {
  pass: { "a machine that is traced": machine(true) },
  fail: { "a machine that is not": machine(false) },
  unknown: { "a machine whose tracing is computed": machine(UNKNOWN) },
  unset: { "a machine that leaves it out": ["fail", { machine: aws("sfn/stateMachine:StateMachine") }] },
  alias: { none: "one token" },
});
