import { accountEnvironment } from "./account-roles";
import { physicalName } from "./names";

/** Days after which an access key is old. */
export const oldestKeyDays = 90;

/** Days without use after which a password or a key is no longer needed. */
export const longestUnusedDays = 45;

/**
 * Rules of Config that prove the periodicity of credentials, by AWS's identifier, with their parameters. The account has
 * them; whatever watches or reviews credentials asks for the same, by the same names.
 */
export const credentialRules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ACCESS_KEYS_ROTATED: { maxAccessKeyAge: String(oldestKeyDays) },
  IAM_PASSWORD_POLICY: {
    MinimumPasswordLength: "16",
    MaxPasswordAge: "90",
    PasswordReusePrevention: "24",
    RequireLowercaseCharacters: "true",
    RequireNumbers: "true",
    RequireSymbols: "true",
    RequireUppercaseCharacters: "true",
  },
  IAM_ROOT_ACCESS_KEY_CHECK: {},
  IAM_USER_UNUSED_CREDENTIALS_CHECK: { maxCredentialUsageAge: String(longestUnusedDays) },
  MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS: {},
  ROOT_ACCOUNT_MFA_ENABLED: {},
  SECRETSMANAGER_SECRET_PERIODIC_ROTATION: { maxDaysSinceRotation: "90" },
};

/** Word for a rule, as names end. */
export function credentialRuleWord(identifier: string): string {
  return identifier.toLowerCase().replaceAll("_", "-");
}

/** Names of rules hold neither account nor Region. */
const anyAccount = { environment: accountEnvironment, accountId: "", region: "" };

/** Name of a rule, in every account. */
export function credentialRuleName(identifier: string): string {
  return physicalName("config-rule", anyAccount, credentialRuleWord(identifier));
}

/** Names of all of them. */
export const credentialRuleNames = Object.keys(credentialRules).map(credentialRuleName);
