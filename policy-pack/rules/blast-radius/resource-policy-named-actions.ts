import { QUEUE_POLICIES, QUEUES } from "../../aws/message-policies";
import { POLICY_HOLDERS } from "../../aws/policy-holders";
import { knownAccounts } from "../../policy-documents/exposure";
import { givesWholeService } from "../../policy-documents/rights";
import { and, not } from "../../reading/truth";
import { defineControl } from "../../registry/control";
import { isForOwners } from "../../shapes/owners-statement";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

/** Queues have a control of their own. */
const OF_QUEUES = [...QUEUES, ...QUEUE_POLICIES];

const HOLDERS = Object.fromEntries(
  Object.entries(POLICY_HOLDERS).map(([property, types]) => [
    property,
    types.filter((type) => !OF_QUEUES.includes(type)),
  ]),
);

export const control = defineControl({
  id: "BLAST-07",
  name: "resource-policy-named-actions",
  title: "Policies of resources name the actions they allow",
  why: "All actions of a service hold those that delete the resource or change its policy.",
  fix: "Name the actions, such as s3:GetObject for a reader or sns:Publish for a service that tells something.",
  severity: "medium",
  enforcement: "advisory",
  ...resourcePolicies(
    HOLDERS,
    ({ provider }) =>
      (statement, document) => {
        const { numbers, holdsOwn } = knownAccounts(document, [], provider);
        const isOwn = (account: string): boolean => !holdsOwn || numbers.has(account);
        return and(givesWholeService(statement), not(isForOwners(statement, isOwn)));
      },
    text`a statement allows every action of the service; required: named actions.`,
  ),
  references: { nist80053: ["AC-3", "AC-6"], wellArchitected: ["SEC03-BP02"] },
});
