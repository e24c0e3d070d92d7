import { isAdministrator } from "../../policy-documents/rights";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "IAM-01",
  name: "iam-policy-no-administrator",
  title: "Policies do not allow everything on everything",
  why: "Whoever takes over an identity with all rights owns the account.",
  fix: "Name the actions and the resources that are needed.",
  severity: "high",
  enforcement: "mandatory",
  ...identityPolicies(
    () => isAdministrator,
    text`a statement allows every action on every resource; required: named actions.`,
  ),
  references: {
    securityHub: ["IAM.1"],
    cis3: ["1.16"],
    nist80053: ["AC-2", "AC-3", "AC-5", "AC-6", "AC-6(10)"],
    wellArchitected: ["SEC03-BP02"],
    checkov: ["CKV_AWS_1", "CKV_AWS_62"],
    cdkNag: ["IAMPolicyNoStatementsWithAdminAccess"],
    awsConfig: ["iam-policy-no-statements-with-admin-access"],
    prowler: [
      "iam_customer_attached_policy_no_administrative_privileges",
      "iam_inline_policy_no_administrative_privileges",
      "iam_aws_attached_policy_no_administrative_privileges",
      "iam_customer_unattached_policy_no_administrative_privileges",
    ],
    trivy: ["AWS-0057"],
    pulumi: ["PB:iam-policy-least-privilege", "PB:iam-role-least-privilege"],
  },
});
