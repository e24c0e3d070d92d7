import type { Statement } from "../policy-documents/statement";
import { every, type Truth, truth } from "../reading/truth";

/**
 * Whether a statement is for the account that owns the resource and for nobody else, by the account's number or its root:
 * the account has all rights to its resources anyway, and gives them on by its own policies.
 *
 * @param isOwn - Whether an account, by its number, may be the owner.
 */
export function isForOwners(
  { principals: { isNegated, named } }: Statement,
  isOwn: (account: string) => boolean,
): Truth {
  if (isNegated || named.length === 0) return "no";
  return every(named, ({ kind, account = "", value = "" }) => {
    if (kind === "unknown") return "maybe";
    return truth(/(^\d+|:root)$/.test(value) && isOwn(account));
  });
}
