import { QUEUE_POLICIES, QUEUES } from "../../aws/message-policies";
import { defineControl } from "../../registry/control";
import { plainTextDenied } from "../../shapes/plain-text-denied";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SQS-05",
  name: "sqs-queue-tls-only",
  title: "Policies of queues deny requests without TLS",
  why: "SQS also answers over plain HTTP, where messages can be read and changed on the way.",
  fix: "Add a statement that denies sqs:* to everyone where aws:SecureTransport is false.",
  severity: "medium",
  enforcement: "advisory",
  types: QUEUES,
  stack: plainTextDenied({
    types: QUEUES,
    policies: QUEUE_POLICIES,
    property: "queueUrl",
    action: "sqs:sendmessage",
    missing: text`no statement denies requests without TLS; required: a denial where aws:SecureTransport is false.`,
  }),
  references: {
    nist80053: ["SC-8", "SC-8(1)", "SC-13"],
    wellArchitected: ["SEC09-BP02"],
    cdkNag: ["AwsSolutions-SQS4"],
  },
});
