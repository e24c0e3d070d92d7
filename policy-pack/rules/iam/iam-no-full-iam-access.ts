import { policyName } from "../../aws/policy-attachments";
import { givesOnEvery } from "../../policy-documents/rights";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { managedPolicies } from "../../shapes/managed-policies";
import { text } from "../../verdict/text";

const documents = identityPolicies(
  () => (statement) => givesOnEvery(statement, "iam:*"),
  text`a statement allows iam:* on every resource; required: named actions on named resources.`,
);
const attachments = managedPolicies(
  (path) => policyName(path) === "IAMFullAccess",
  text`IAMFullAccess is attached; required: a policy with named actions.`,
);

export const control = defineControl({
  id: "IAM-10",
  name: "iam-no-full-iam-access",
  title: "Nobody has all rights over IAM",
  why: "Whoever may do everything in IAM can give himself everything else.",
  fix: "Name the actions of IAM and the roles or users that are needed; do not attach IAMFullAccess.",
  severity: "high",
  enforcement: "mandatory",
  types: [...new Set([...documents.types, ...attachments.types])],
  resource: documents.resource,
  stack: attachments.stack,
  references: {
    nist80053: ["AC-2", "AC-3", "AC-5", "AC-6"],
    wellArchitected: ["SEC03-BP02"],
    checkov: ["CKV2_AWS_40", "CKV2_AWS_56"],
    awsConfig: ["iam-policy-blacklisted-check"],
  },
});
