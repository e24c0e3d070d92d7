import { QUEUE_POLICIES, QUEUES } from "../../aws/message-policies";
import { knownAccounts } from "../../policy-documents/exposure";
import { selects, type Statement } from "../../policy-documents/statement";
import { and, not, truth } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

/** The statement that the console fills in gives everything to the account that owns the queue, and has it anyway. */
function isForOwnersOnly({ principals }: Statement, own: ReadonlySet<string>): boolean {
  const { isNegated, named } = principals;
  const areOwners = named.every(
    ({ account, value = "" }) => own.has(account ?? "") && /(^\d+|:root)$/.test(value),
  );
  return !isNegated && named.length > 0 && areOwners;
}

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
        const isForOwner = truth(isForOwnersOnly(statement, numbers));
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
