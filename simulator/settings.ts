import { AwsError } from "./aws-error";
import { isUnknown, isWireList, isWireObject, revealSecrets, type Wire, type WireObject } from "./wire";

/** What one instance of the AWS provider is configured with. */
export interface ProviderSettings {
  readonly region: string;
  readonly accountId: string;
  readonly defaultTags: Readonly<Record<string, string>>;
  readonly allowedAccountIds: readonly string[];
}

/** The account that answers where the provider does not say which one it allows. */
export const SIMULATED_ACCOUNT = "123456789012";

/** Structured settings travel as JSON text inside the provider's inputs. */
function structured(value: Wire | undefined): Wire | undefined {
  if (typeof value !== "string" || isUnknown(value)) return value;
  try {
    return JSON.parse(value) as Wire;
  } catch {
    return value;
  }
}

function stringsOf(value: Wire | undefined): string[] {
  return isWireList(value) ? value.filter((item) => typeof item === "string") : [];
}

function tagsOf(value: Wire | undefined): Record<string, string> {
  const tags = isWireObject(value) ? value.tags : undefined;
  if (!isWireObject(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).map(([key, tag]) => [key, typeof tag === "string" ? tag : JSON.stringify(tag)]),
  );
}

/**
 * Reads the settings out of the inputs of a `pulumi:providers:aws` resource, as Configure gets them.
 *
 * @param inputs - The provider's inputs; structured ones may be JSON text.
 * @param accountId - The simulated account; the first allowed one if left out.
 * @throws AwsError when there is no Region, or the account is not an allowed one.
 */
export function settingsOf(inputs: WireObject, accountId?: string): ProviderSettings {
  const known = revealSecrets(inputs);
  const given = isWireObject(known) ? known : {};
  const allowedAccountIds = stringsOf(structured(given.allowedAccountIds));
  const account = accountId ?? allowedAccountIds[0] ?? SIMULATED_ACCOUNT;
  if (typeof given.region !== "string" || given.region === "" || isUnknown(given.region)) {
    throw new AwsError(
      "MissingRegion",
      "the AWS provider has no Region; set `aws:region` or the provider's `region`",
    );
  }
  if (allowedAccountIds.length > 0 && !allowedAccountIds.includes(account)) {
    throw new AwsError("AccountNotAllowed", `account ${account} is none of ${allowedAccountIds.join(", ")}`);
  }
  return {
    region: given.region,
    accountId: account,
    defaultTags: tagsOf(structured(given.defaultTags)),
    allowedAccountIds,
  };
}
