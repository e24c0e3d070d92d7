import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const target = (props: object) => ({
  target: aws("cloudwatch/eventTarget:EventTarget", { rule: "r", arn: "a", ...props }),
});

fixtures("event-target-dead-letters", {
  pass: {
    "a target with a queue": target({ deadLetterConfig: { arn: "arn:aws:sqs:eu-west-1:111122223333:dead" } }),
    "a target with a queue that is computed": target({ deadLetterConfig: { arn: UNKNOWN } }),
    "a target whose configuration is computed": target({ deadLetterConfig: UNKNOWN }),
  },
  fail: { "a target with an empty configuration": target({ deadLetterConfig: {} }) },
  unknown: { none: "a queue that is computed is a queue" },
  unset: { "a target without": ["fail", target({})] },
  alias: { none: "one token" },
});
