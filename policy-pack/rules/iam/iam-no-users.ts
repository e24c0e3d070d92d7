import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { fail } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "IAM-20",
  name: "iam-no-users",
  title: "There are no IAM users; people and machines take roles",
  why: "A user's credentials live until somebody remembers them.",
  fix: "Let people sign in through IAM Identity Center or a SAML provider, and machines through a role or an OIDC provider.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("iam/user:User"),
  resource: () => fail("", text`the program creates an IAM user; required: a role.`),
  references: {
    cis3: ["1.21"],
    nist80053: ["AC-2", "IA-2", "IA-5"],
    wellArchitected: ["SEC02-BP02", "SEC02-BP04"],
    checkov: ["CKV_AWS_273"],
    prowler: ["iam_check_saml_providers_sts"],
    pulumi: ["PB:restrict-default-iam-user-creation"],
  },
});
