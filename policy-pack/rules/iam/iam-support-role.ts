import { attachedPolicies, ATTACHING, policyName } from "../../aws/policy-attachments";
import { defineControl } from "../../registry/control";
import { type Owned, owned, whereOwned } from "../../shapes/ownership";
import { fail, pass } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl<Owned>({
  id: "IAM-30",
  name: "iam-support-role",
  title: "There is a role for dealing with AWS Support",
  why: "During an incident nobody should first have to ask for the right to open a case.",
  fix: "Attach AWSSupportAccess to a role that the responders can take.",
  severity: "low",
  enforcement: "advisory",
  types: ATTACHING,
  parameters: owned("This stack owns the account's role for AWS Support: it must be there."),
  stack: whereOwned((stack) => {
    const attached = stack.ofTypes(ATTACHING).flatMap((resource) => attachedPolicies(stack, resource));
    const exists = attached.some(
      ({ awsManaged }) => awsManaged !== undefined && policyName(awsManaged) === "AWSSupportAccess",
    );
    const missing = text`this stack owns the role for AWS Support, and attaches AWSSupportAccess to nothing.`;
    return [exists ? pass : fail("", missing)];
  }),
  references: {
    securityHub: ["IAM.18"],
    cis3: ["1.17"],
    nist80053: ["AC-2", "IR-4", "IR-7"],
    wellArchitected: ["SEC10-BP05"],
    awsConfig: ["iam-policy-in-use"],
    prowler: ["iam_support_role_created"],
    trivy: ["AWS-0169"],
  },
});
