import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { all, oneOf, within } from "../../shapes/property";

interface Parameters {
  readonly leastLength: number;
  readonly leastReuse: number;
  readonly mostAgeDays: number;
}

/** AWS spells "never expires" as an age of zero days, and takes no old password into account where none is asked. */
const NEVER = 0;

/** The length that AWS asks for by itself. */
const AWS_LENGTH = 6;

export const control = defineControl<Parameters>({
  id: "IAM-24",
  name: "iam-password-policy-strong",
  title: "The account's password policy asks for long, mixed, new and changing passwords",
  why: "Short and old passwords are guessed or found in what others have lost.",
  fix: "Set the properties of the aws.iam.AccountPasswordPolicy; better, have no users with passwords.",
  severity: "medium",
  enforcement: "advisory",
  types: tokens("iam/accountPasswordPolicy:AccountPasswordPolicy"),
  parameters: {
    leastLength: {
      type: "integer",
      minimum: 8,
      maximum: 128,
      default: 14,
      description: "Shortest password.",
    },
    leastReuse: {
      ...{ type: "integer", minimum: 1, maximum: 24, default: 24 },
      description: "Number of former passwords that may not be used again.",
    },
    mostAgeDays: {
      ...{ type: "integer", minimum: 1, maximum: 1095, default: 90 },
      description: "Days after which a password expires, at most.",
    },
  },
  resource: (subject, { parameters: { leastLength, leastReuse, mostAgeDays } }) =>
    all(
      within("minimumPasswordLength", { least: leastLength }, AWS_LENGTH),
      within("passwordReusePrevention", { least: leastReuse }, NEVER),
      within("maxPasswordAge", { least: 1, most: mostAgeDays }, NEVER),
      oneOf("requireLowercaseCharacters", [true], false),
      oneOf("requireUppercaseCharacters", [true], false),
      oneOf("requireNumbers", [true], false),
      oneOf("requireSymbols", [true], false),
    )(subject),
  references: {
    securityHub: ["IAM.7", "IAM.10", "IAM.11", "IAM.12", "IAM.13", "IAM.14", "IAM.15", "IAM.16", "IAM.17"],
    cis3: ["1.8", "1.9"],
    nist80053: ["AC-2(3)", "IA-5", "IA-5(1)"],
    wellArchitected: ["SEC02-BP01"],
    checkov: [
      "CKV_AWS_9",
      "CKV_AWS_10",
      "CKV_AWS_11",
      "CKV_AWS_12",
      "CKV_AWS_13",
      "CKV_AWS_14",
      "CKV_AWS_15",
    ],
    awsConfig: ["iam-password-policy"],
    prowler: [
      "iam_password_policy_minimum_length_14",
      "iam_password_policy_reuse_24",
      "iam_password_policy_expires_passwords_within_90_days_or_less",
      "iam_password_policy_lowercase",
      "iam_password_policy_number",
      "iam_password_policy_symbol",
      "iam_password_policy_uppercase",
    ],
    trivy: ["AWS-0056", "AWS-0058", "AWS-0059", "AWS-0060", "AWS-0061", "AWS-0062", "AWS-0063"],
    pulumi: [
      "CP:iam-password-policy-minimum-password-length",
      "CP:iam-password-policy-prevent-reuse",
      "PB:iam-password-policy-minimum-password-length",
      "PB:iam-password-policy-prevent-reuse",
      "PB:iam-password-complexity",
      "PB:iam-password-expiration",
    ],
  },
});
