import { policyName } from "../../aws/policy-attachments";
import { defineControl } from "../../registry/control";
import { managedPolicies } from "../../shapes/managed-policies";
import { text } from "../../verdict/text";

interface Parameters {
  readonly allowedPolicies: readonly string[];
}

export const control = defineControl<Parameters>({
  id: "IAM-17",
  name: "iam-no-aws-managed-policies",
  title: "Policies that AWS keeps are attached only where they are made for a service",
  why: "AWS widens its policies at will, and most of them reach every resource.",
  fix: "Write a policy with the actions and resources that are needed, or list the policy in the control's allowedPolicies.",
  severity: "low",
  enforcement: "disabled",
  parameters: {
    allowedPolicies: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Names of AWS's managed policies that may be attached, without their paths.",
    },
  },
  ...managedPolicies<Parameters>(
    (path, { allowedPolicies }) =>
      !/^(aws-)?service-role\//.test(path) && !allowedPolicies.includes(policyName(path)),
    text`a policy that AWS keeps is attached; required: one of your own.`,
  ),
  references: {
    nist80053: ["AC-3", "AC-6"],
    wellArchitected: ["SEC03-BP02"],
    cdkNag: ["AwsSolutions-IAM4"],
  },
});
