import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { fail } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "IAM-23",
  name: "iam-no-access-keys",
  title: "No long-lived access keys are created in code, never for root",
  why: "The key lands in the state of the program, does not expire, and works from anywhere.",
  fix: "Remove the key; use a role, an OIDC provider or IAM Roles Anywhere.",
  severity: "high",
  enforcement: "mandatory",
  types: tokens("iam/accessKey:AccessKey"),
  resource: () => fail("", text`the program creates an access key; required: a role.`),
  references: {
    cis3: ["1.4", "1.11"],
    nist80053: ["AC-2", "IA-5", "IA-5(1)"],
    wellArchitected: ["SEC02-BP02"],
    checkov: ["CKV_AWS_348"],
    prowler: ["iam_user_no_setup_initial_access_key"],
    trivy: ["AWS-0141"],
    pulumi: ["PB:no-direct-user-access-keys"],
  },
});
