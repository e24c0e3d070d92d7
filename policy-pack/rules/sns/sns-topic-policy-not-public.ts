import { TOPIC_POLICIES, TOPICS } from "../../aws/message-policies";
import { isPublic } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SNS-02",
  name: "sns-topic-policy-not-public",
  title: "Policies of topics do not let in everyone",
  why: "Anybody with an AWS account could then publish to the topic, or listen.",
  fix: "Name the principals, or add a condition on aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID.",
  severity: "high",
  enforcement: "mandatory",
  ...resourcePolicies(
    [...TOPIC_POLICIES, ...TOPICS],
    () => isPublic,
    text`a statement lets everyone use the topic; required: named principals or a condition on who asks.`,
  ),
  references: {
    securityHub: ["SNS.4"],
    nist80053: ["AC-3", "AC-4", "AC-6", "AC-21"],
    wellArchitected: ["SEC03-BP07"],
    checkov: ["CKV_AWS_169"],
    prowler: ["sns_topics_not_publicly_accessible"],
    pulumi: ["PB:pubsub-least-privilege-iam"],
  },
});
