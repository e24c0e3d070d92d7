import { TOPICS } from "../../aws/message-policies";
import { defineControl } from "../../registry/control";
import { fail, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const FEEDBACK_ROLES = ["application", "firehose", "http", "lambda", "sqs"].map(
  (protocol) => `${protocol}FailureFeedbackRoleArn`,
);

export const control = defineControl({
  id: "SNS-05",
  name: "sns-topic-delivery-status",
  title: "Topics record deliveries that fail",
  why: "Without the record nobody knows which messages did not arrive.",
  fix: "Set the FailureFeedbackRoleArn of the protocols that subscribe to the topic.",
  severity: "low",
  enforcement: "disabled",
  types: TOPICS,
  resource: ({ props }) =>
    FEEDBACK_ROLES.some((property) => !props.at(property).isAbsent)
      ? pass
      : fail("", text`no role is set for recording failed deliveries.`),
  references: {
    securityHub: ["SNS.2"],
    nist80053: ["AU-2", "AU-12"],
    wellArchitected: ["OPS08-BP01", "SEC04-BP01"],
    awsConfig: ["sns-topic-message-delivery-notification-enabled"],
  },
});
