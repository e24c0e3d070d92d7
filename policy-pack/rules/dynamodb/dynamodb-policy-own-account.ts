import { tokens } from "../../aws/tokens";
import { isForStrangers, knownAccounts } from "../../policy-documents/exposure";
import { defineControl } from "../../registry/control";
import { resourcePolicies } from "../../shapes/resource-policies";
import { text } from "../../verdict/text";

interface Parameters {
  readonly trustedAccounts: readonly string[];
}

export const control = defineControl<Parameters>({
  id: "DDB-06",
  name: "dynamodb-policy-own-account",
  title: "Policies of tables let in nobody but this account and trusted ones",
  why: "A policy on a table opens it past all policies of roles, to other accounts or to everyone.",
  fix: "Name principals of this account, add the account to trustedAccounts, or set a condition on aws:PrincipalOrgID.",
  severity: "high",
  enforcement: "mandatory",
  ...resourcePolicies<Parameters>(
    tokens("dynamodb/resourcePolicy:ResourcePolicy"),
    ({ props, provider }, { trustedAccounts }) =>
      (statement, document) =>
        isForStrangers(
          statement,
          knownAccounts(document, trustedAccounts, provider, props.at("resourceArn")),
        ),
    text`a statement lets in another account; required: this account, a trusted one, or a condition on who asks.`,
  ),
  parameters: {
    trustedAccounts: {
      type: "array",
      items: { type: "string", pattern: "^\\d{12}$" },
      default: [],
      description: "Accounts that policies may name, besides the account of the table.",
    },
  },
  references: {
    nist80053: ["AC-3", "AC-4", "AC-6", "AC-21"],
    wellArchitected: ["SEC03-BP07", "SEC03-BP08"],
    prowler: ["dynamodb_table_cross_account_access"],
  },
});
