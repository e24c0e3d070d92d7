import { actionsOf, givesUnscoped } from "../../policy-documents/action-catalogue";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

const WRITE = actionsOf("write");

export const control = defineControl({
  id: "IAM-08",
  name: "iam-policy-writes-scoped",
  title: "Policies that write name what",
  why: "A right to change or delete everything of a kind turns one mistake into an outage.",
  fix: "Name the resources that are written.",
  severity: "medium",
  enforcement: "advisory",
  ...identityPolicies(
    () => (statement) => givesUnscoped(statement, WRITE),
    text`a statement allows writing every resource of a kind; required: named resources.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC03-BP02"],
    checkov: ["CKV_AWS_111", "CKV_AWS_290"],
  },
});
