import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const subscription = (props: object) => ({
  subscription: aws("sns/topicSubscription:TopicSubscription", { topic: UNKNOWN, ...props }),
});

fixtures("sns-subscription-https", {
  pass: { HTTPS: subscription({ protocol: "https" }), "a queue": subscription({ protocol: "sqs" }) },
  fail: { HTTP: subscription({ protocol: "http" }), "HTTP in capitals": subscription({ protocol: "HTTP" }) },
  unknown: { "a protocol that is computed": subscription({ protocol: UNKNOWN }) },
  unset: { "no protocol, which AWS refuses": ["pass", subscription({})] },
  alias: { none: "one token" },
});
