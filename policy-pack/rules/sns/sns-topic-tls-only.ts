import { TOPIC_POLICIES, TOPICS } from "../../aws/message-policies";
import { defineControl } from "../../registry/control";
import { plainTextDenied } from "../../shapes/plain-text-denied";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SNS-04",
  name: "sns-topic-tls-only",
  title: "Policies of topics deny publishing without TLS",
  why: "SNS also takes messages over plain HTTP, where they can be read and changed on the way.",
  fix: "Add a statement that denies sns:Publish to everyone where aws:SecureTransport is false.",
  severity: "medium",
  enforcement: "advisory",
  types: TOPICS,
  stack: plainTextDenied({
    types: TOPICS,
    policies: TOPIC_POLICIES,
    property: "arn",
    action: "sns:publish",
    missing: text`no statement denies publishing without TLS; required: a denial where aws:SecureTransport is false.`,
  }),
  references: {
    nist80053: ["SC-8", "SC-8(1)", "SC-13"],
    wellArchitected: ["SEC09-BP02"],
    cdkNag: ["AwsSolutions-SNS3"],
  },
});
