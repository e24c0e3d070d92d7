import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const lambda = (props: object) => ({ lambda: aws("lambda/function:Function", { ...props }) });
const reserved = { reservedConcurrentExecutions: 10 };
const config = (destinationConfig: object, functionName: unknown = ref("lambda")) =>
  aws("lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", { functionName, destinationConfig });
const onFailure = { onFailure: { destination: UNKNOWN } };

fixtures("function-failures-kept", {
  pass: {
    "a function with a dead-letter queue": lambda({ ...reserved, deadLetterConfig: { targetArn: UNKNOWN } }),
    "a function with a destination for failures": { ...lambda(reserved), config: config(onFailure) },
    "a function that is held at nothing": lambda({
      reservedConcurrentExecutions: 0,
      deadLetterConfig: { targetArn: "arn" },
    }),
    "a function of computed concurrency": lambda({
      reservedConcurrentExecutions: UNKNOWN,
      deadLetterConfig: { targetArn: "arn" },
    }),
  },
  fail: {
    "a function that drops what fails": lambda(reserved),
    "a function with a destination for successes only": {
      ...lambda(reserved),
      config: config({ onSuccess: { destination: "arn" } }),
    },
    "a function beside another that keeps what fails": {
      ...lambda(reserved),
      other: aws("lambda/function:Function", { ...reserved, deadLetterConfig: { targetArn: "arn" } }),
      config: config(onFailure, ref("other")),
    },
    "a function that shares the concurrency of the account": lambda({
      reservedConcurrentExecutions: -1,
      deadLetterConfig: { targetArn: "arn" },
    }),
  },
  unknown: {
    "a function beside a destination that cannot be joined": {
      ...lambda(reserved),
      config: config(onFailure, UNKNOWN),
    },
  },
  unset: {
    "a function without reserved concurrency": ["fail", lambda({ deadLetterConfig: { targetArn: "arn" } })],
  },
  alias: { none: "one token" },
});

describe("where functions may share the concurrency of the account", () => {
  fixtures("function-failures-kept", {
    pass: { "a function with a dead-letter queue": lambda({ deadLetterConfig: { targetArn: "arn" } }) },
    fail: { "a function that drops what fails": lambda({}) },
    unknown: { none: "said above" },
    unset: { none: "said above" },
    alias: { none: "one token" },
    settings: { properties: { concurrency: false } },
  });
});
