import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const topic = (props: object) => ({ topic: aws("sns/topic:Topic", { ...props }) });

fixtures("sns-topic-delivery-status", {
  pass: {
    "a role for applications": topic({ applicationFailureFeedbackRoleArn: "arn:aws:iam::1:role/r" }),
    "a role for streams": topic({ firehoseFailureFeedbackRoleArn: "arn:aws:iam::1:role/r" }),

    "a role for one protocol": topic({ sqsFailureFeedbackRoleArn: "arn:aws:iam::1:role/r" }),
    "a role that is computed": topic({ lambdaFailureFeedbackRoleArn: UNKNOWN }),
  },
  fail: { "a role for deliveries that succeed": topic({ sqsSuccessFeedbackRoleArn: UNKNOWN }) },
  unknown: { none: "a role that is not known yet is a role" },
  unset: { "no role": ["fail", topic({})] },
  alias: { none: "one token" },
});
