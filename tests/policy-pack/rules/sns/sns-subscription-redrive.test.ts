import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const subscription = (props: object) => ({
  subscription: aws("sns/topicSubscription:TopicSubscription", { protocol: "sqs", ...props }),
});

fixtures("sns-subscription-redrive", {
  pass: { "a policy that is computed": subscription({ redrivePolicy: UNKNOWN }) },
  fail: { "an empty policy": subscription({ redrivePolicy: "" }) },
  unknown: { none: "a policy that is not known yet is a policy" },
  unset: { "no policy": ["fail", subscription({})] },
  alias: { none: "one token" },
});
