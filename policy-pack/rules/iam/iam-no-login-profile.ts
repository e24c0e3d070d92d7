import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { fail } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "IAM-22",
  name: "iam-no-login-profile",
  title: "No password for the console is created in code",
  why: "The first password lands in the state of the program, and a second factor cannot be asked for.",
  fix: "Remove the login profile; let people sign in through IAM Identity Center.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("iam/userLoginProfile:UserLoginProfile"),
  resource: () => fail("", text`the program creates a password for the console; required: none.`),
  references: {
    nist80053: ["AC-2", "IA-2(1)", "IA-5"],
    wellArchitected: ["SEC02-BP01", "SEC02-BP04"],
    checkov: ["CKV2_AWS_22"],
  },
});
