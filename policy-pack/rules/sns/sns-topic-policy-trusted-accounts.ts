import { TOPIC_POLICIES, TOPICS } from "../../aws/message-policies";
import { isForStrangers, knownAccounts } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

interface Parameters {
  readonly trustedAccounts: readonly string[];
}

export const control = defineControl<Parameters>({
  id: "SNS-03",
  name: "sns-topic-policy-trusted-accounts",
  title: "Policies of topics let in no other account, unless it is listed",
  why: "Whoever can publish or subscribe from another account is outside your own controls.",
  fix: "Remove the principal, or add its account to the control's trustedAccounts.",
  severity: "medium",
  enforcement: "advisory",
  parameters: {
    trustedAccounts: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Numbers of accounts that may use topics.",
    },
  },
  ...resourcePolicies<Parameters>(
    [...TOPIC_POLICIES, ...TOPICS],
    ({ provider }, { trustedAccounts }) =>
      (statement, document) =>
        isForStrangers(statement, knownAccounts(document, trustedAccounts, provider)),
    text`a statement lets in another account that is not listed; required: listed accounts only.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6", "AC-21"],
    wellArchitected: ["SEC03-BP09"],
    checkov: ["CKV_AWS_385"],
  },
});
