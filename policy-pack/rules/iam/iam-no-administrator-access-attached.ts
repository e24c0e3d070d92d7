import { policyName } from "../../aws/policy-attachments";
import { defineControl } from "../../registry/control";
import { managedPolicies } from "../../shapes/managed-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "IAM-16",
  name: "iam-no-administrator-access-attached",
  title: "AdministratorAccess is not attached",
  why: "Whoever takes over an identity with all rights owns the account.",
  fix: "Attach a policy with the actions that are needed.",
  severity: "high",
  enforcement: "mandatory",
  ...managedPolicies(
    (path) => policyName(path) === "AdministratorAccess",
    text`AdministratorAccess is attached; required: a policy with named actions.`,
  ),
  references: {
    securityHub: ["IAM.1"],
    cis3: ["1.16"],
    nist80053: ["AC-2", "AC-3", "AC-5", "AC-6", "AC-6(10)"],
    wellArchitected: ["SEC03-BP02"],
    checkov: ["CKV_AWS_274", "CKV_AWS_275"],
    awsConfig: ["iam-role-managed-policy-check"],
    prowler: [
      "iam_role_administratoraccess_policy",
      "iam_user_administrator_access_policy",
      "iam_group_administrator_access_policy",
    ],
  },
});
