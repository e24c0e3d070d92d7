import { givesWholeService } from "../../policy-documents/rights";
import { defineControl } from "../../registry/control";
import { identityPolicies } from "../../shapes/identity-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "IAM-02",
  name: "iam-policy-no-full-service",
  title: "Policies do not allow all actions of a service",
  why: "All actions of a service hold those that delete it, open it to others, and those that AWS will add.",
  fix: "Name the actions that are needed, in place of service:* or NotAction.",
  severity: "medium",
  enforcement: "advisory",
  ...identityPolicies(
    () => givesWholeService,
    text`a statement allows all actions of a service; required: named actions.`,
  ),
  references: {
    securityHub: ["IAM.21"],
    nist80053: ["AC-3", "AC-6", "AC-6(10)"],
    wellArchitected: ["SEC03-BP02"],
    checkov: ["CKV_AWS_49", "CKV_AWS_63"],
    cdkNag: ["AwsSolutions-IAM5", "IAMPolicyNoStatementsWithFullAccess"],
    awsConfig: ["iam-policy-no-statements-with-full-access"],
    trivy: ["AWS-0057"],
    pulumi: ["PB:iam-role-policy-least-privilege"],
  },
});
