import { QUEUES } from "../../aws/message-policies";
import { defineControl } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";

export const control = defineControl({
  id: "SQS-02",
  name: "sqs-queue-customer-key",
  title: "Queues are encrypted with a key of one's own",
  why: "Only the policy of one's own key says who can read, and can take it back.",
  fix: "Set kmsMasterKeyId to the id or ARN of an aws.kms.Key.",
  severity: "low",
  enforcement: "advisory",
  types: QUEUES,
  resource: customerKey("kmsMasterKeyId"),
  references: {
    nist80053: ["SC-12", "SC-13", "SC-28"],
    wellArchitected: ["SEC08-BP01"],
    checkov: ["CKV2_AWS_73"],
    trivy: ["AWS-0135"],
  },
});
