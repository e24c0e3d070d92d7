import { actionsOf, givesUnscoped } from "../../policy-documents/action-catalogue";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

const MANAGE_PERMISSIONS = actionsOf("permissions");

export const control = defineControl({
  id: "IAM-07",
  name: "iam-policy-permission-management-scoped",
  title: "Policies that manage permissions name whose",
  why: "Whoever decides over all permissions can give them to himself, and open what is closed.",
  fix: "Name the resources whose policies are managed, or leave these actions to the deployment.",
  severity: "high",
  enforcement: "mandatory",
  ...identityPolicies(
    () => (statement) => givesUnscoped(statement, MANAGE_PERMISSIONS),
    text`a statement allows managing the permissions of every resource of a kind; required: named resources.`,
  ),
  references: {
    nist80053: ["AC-2", "AC-3", "AC-6", "AC-6(1)"],
    wellArchitected: ["SEC03-BP02"],
    checkov: ["CKV_AWS_109", "CKV_AWS_289"],
  },
});
