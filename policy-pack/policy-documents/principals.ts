import { known, type View } from "../reading/view";

/** What a principal is; "unknown" where it is an AWS principal that is not known yet. */
export type PrincipalKind =
  "everyone" | "account" | "service" | "federated" | "canonical" | "identity" | "unknown";

/** One principal of a statement. */
export interface Principal {
  readonly place: View;
  readonly kind: PrincipalKind;
  /** What is written, where it is known. */
  readonly value: string | undefined;
  /** Number of the account that an account, role, user or identity provider belongs to, where it is named. */
  readonly account: string | undefined;
  /** Not even whether it is a service is known. */
  readonly isOpen: boolean;
}

const KINDS: Readonly<Record<string, PrincipalKind>> = {
  service: "service",
  federated: "federated",
  canonicaluser: "canonical",
};

const ACCOUNT = /^\d{12}$/;

/** The number of the account in an ARN, or the plain number that AWS takes in its place. */
export function accountOf(value: string): string | undefined {
  const account = value.startsWith("arn:") ? value.split(":")[4] : value;
  return account !== undefined && ACCOUNT.test(account) ? account : undefined;
}

function kindOfAws(value: string, account: string | undefined): PrincipalKind {
  if (value === "*") return "everyone";
  if (account !== undefined) return "account";
  // Identities of CloudFront stand in the ARN of an account that is named "cloudfront".
  if (/^arn:[^:]*:iam::cloudfront:/.test(value)) return "service";
  // What is left of a deleted role or user is its unique id; what is no ARN at all AWS refuses.
  return "identity";
}

/** @param type - What stands before the principal; nothing where it stands alone, as `*` does. */
function principal(place: View, type: string): Principal {
  const value = known(place.string());
  const account = value === undefined ? undefined : accountOf(value);
  const stated = KINDS[type.toLowerCase()];
  const isOpen = type === "" && value === undefined;
  if (stated) return { place, kind: stated, value, account, isOpen };
  return { place, kind: value === undefined ? "unknown" : kindOfAws(value, account), value, account, isOpen };
}

/** The principals of `Principal` or `NotPrincipal`, in any of the forms that AWS takes. */
export function principalsOf(element: View): readonly Principal[] {
  if (element.isAbsent) return [];
  if (!element.isObject || element.isUnknown) {
    const values = element.isList ? element.items() : [element];
    return values.map((place) => principal(place, ""));
  }
  return element.keys().flatMap((type) => {
    const under = element.child(type);
    return (under.isList ? under.items() : [under]).map((place) => principal(place, type));
  });
}
