import { QUEUE_POLICIES, QUEUES } from "../../aws/message-policies";
import { isPublic } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SQS-03",
  name: "sqs-queue-policy-not-public",
  title: "Policies of queues do not let in everyone",
  why: "Anybody with an AWS account could then read, fill or empty the queue.",
  fix: "Name the principals, or add a condition on aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID.",
  severity: "critical",
  enforcement: "mandatory",
  ...resourcePolicies(
    [...QUEUE_POLICIES, ...QUEUES],
    () => isPublic,
    text`a statement lets everyone use the queue; required: named principals or a condition on who asks.`,
  ),
  references: {
    securityHub: ["SQS.3"],
    nist80053: ["AC-3", "AC-4", "AC-6", "AC-21"],
    wellArchitected: ["SEC03-BP07"],
    checkov: ["CKV_AWS_168", "CKV_AWS_387"],
    prowler: ["sqs_queues_not_publicly_accessible"],
    pulumi: ["PB:pubsub-least-privilege-iam"],
  },
});
