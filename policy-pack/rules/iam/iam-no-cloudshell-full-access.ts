import { policyName } from "../../aws/policy-attachments";
import { defineControl } from "../../registry/control";
import { managedPolicies } from "../../shapes/managed-policies";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "IAM-29",
  name: "iam-no-cloudshell-full-access",
  title: "AWSCloudShellFullAccess is not attached",
  why: "CloudShell uploads and downloads files past every control on the network.",
  fix: "Remove the attachment, or use a policy without file transfer.",
  severity: "low",
  enforcement: "advisory",
  ...managedPolicies(
    (path) => policyName(path) === "AWSCloudShellFullAccess",
    text`AWSCloudShellFullAccess is attached; required: not attached.`,
  ),
  references: {
    securityHub: ["IAM.27"],
    cis3: ["1.22"],
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC03-BP02"],
    prowler: ["iam_policy_cloudshell_admin_not_attached"],
  },
});
