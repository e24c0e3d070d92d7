import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const trail = (props: object) => ({
  trail: aws("cloudtrail/trail:Trail", { s3BucketName: "trail", ...props }),
});
const insight = [{ insightType: "ApiCallRateInsight" }];

fixtures("trail-notifies", {
  pass: {
    "a trail with topic and insights": trail({ snsTopicName: "t", insightSelectors: insight }),
    "a trail with a topic that is computed": trail({ snsTopicName: UNKNOWN, insightSelectors: insight }),
  },
  fail: {
    "a trail without a topic": trail({ insightSelectors: insight }),
    "a trail without insights": trail({ snsTopicName: "t", insightSelectors: [] }),
  },
  unknown: { none: "a topic that is computed is a topic" },
  unset: { "a trail that does neither": ["fail", trail({})] },
  alias: { none: "one token" },
});
