import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const machine = (loggingConfiguration: unknown) => ({
  machine: aws("sfn/stateMachine:StateMachine", { definition: "{}", loggingConfiguration }),
});

fixtures("state-machine-logs", {
  pass: {
    "a machine that logs errors": machine({ level: "ERROR", logDestination: "arn:*" }),

    "a machine that logs all": machine({ level: "ALL", logDestination: UNKNOWN }),
    "a machine that logs what is fatal": machine({ level: "FATAL", logDestination: "arn:*" }),
  },
  fail: {
    "a machine that logs nothing": machine({ level: "OFF", logDestination: "arn:*" }),
    "a machine that logs nowhere": machine({ level: "ALL" }),
  },
  unknown: {
    "a machine whose level is computed": machine({ level: UNKNOWN, logDestination: "arn:*" }),
    "a machine whose logging is computed": machine(UNKNOWN),
  },
  unset: {
    "a machine that leaves it out": ["fail", { machine: aws("sfn/stateMachine:StateMachine") }],
    "a machine without a level": ["fail", machine({ logDestination: "arn:*" })],
  },
  alias: { none: "one token" },
});
