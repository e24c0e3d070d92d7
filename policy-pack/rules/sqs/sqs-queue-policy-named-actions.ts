import { QUEUE_POLICIES, QUEUES } from "../../aws/message-policies";
import { knownAccounts } from "../../policy-documents/exposure";
import { selects } from "../../policy-documents/statement";
import { and, not } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import { isForOwners } from "../../shapes/owners-statement";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "SQS-04",
  name: "sqs-queue-policy-named-actions",
  title: "Policies of queues name the actions they allow",
  why: "All actions hold those that empty the queue, delete it or change its policy.",
  fix: "Name the actions, such as sqs:SendMessage for a producer.",
  severity: "high",
  enforcement: "mandatory",
  ...resourcePolicies(
    [...QUEUE_POLICIES, ...QUEUES],
    ({ provider }) =>
      (statement, document) => {
        const { numbers } = knownAccounts(document, [], provider);
        // The statement that the console fills in gives the owner what it has anyway.
        const isForOwner = isForOwners(statement, (account) => numbers.has(account));
        return and(statement.allows, selects(statement.actions, "sqs:*"), not(isForOwner));
      },
    text`a statement allows every action on the queue; required: named actions.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC03-BP02"],
    checkov: ["CKV_AWS_72"],
    trivy: ["AWS-0097"],
  },
});
