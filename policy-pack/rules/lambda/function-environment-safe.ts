import { FUNCTIONS } from "../../aws/functions";
import { defineControl } from "../../registry/control";
import { customerKey } from "../../shapes/customer-key";
import { noSecret } from "../../shapes/secret-variable";
import { notApplicable, undetermined } from "../../verdict/outcome";

interface Parameters {
  readonly customerKey: boolean;
}

export const control = defineControl<Parameters>({
  id: "LMB-08",
  name: "function-environment-safe",
  title: "Environments of functions hold no secrets, and are encrypted with a key of your own where asked",
  why: "Everyone who may read the function's configuration reads its environment, in the clear.",
  fix: "Name the secret in the environment and fetch it at run time; set kmsKeyArn for a key of your own.",
  severity: "high",
  enforcement: "mandatory",
  types: FUNCTIONS,
  parameters: {
    customerKey: {
      type: "boolean",
      default: false,
      description: "Ask for encryption with a customer-managed key; without it AWS encrypts with its own.",
    },
  },
  resource: (subject, { parameters }) => {
    const variables = subject.props.at("environment.variables");
    if (variables.isUnknown) return undetermined(variables);
    if (variables.isEmpty) return notApplicable("The function has no environment");
    return [
      ...variables.keys().map((name) => noSecret({ name, value: variables.child(name) })),
      ...(parameters.customerKey ? [customerKey("kmsKeyArn")(subject)] : []),
    ];
  },
  references: {
    nist80053: ["IA-5(7)", "SC-12", "SC-28", "SC-28(1)"],
    wellArchitected: ["SEC02-BP03", "SEC08-BP02"],
    checkov: ["CKV_AWS_173", "CKV_AWS_45"],
    prowler: [
      "awslambda_function_env_vars_not_encrypted_with_cmk",
      "awslambda_function_no_secrets_in_variables",
    ],
    pulumi: ["PB:lambda-environment-variables-encryption"],
  },
});
