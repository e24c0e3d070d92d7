import { known, type View } from "../reading/view";
import { isWildcard, type Statement } from "./policy-document";

/** Conditions by which AWS itself holds that a policy is not public, and others that say who asks. */
const BORDERS = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalservicename",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceip",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
  "aws:vpcsourceip",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
]);

/** Whether a statement speaks of everyone, by a wildcard or by all but a few. */
function isForEveryone({ principals, place }: Statement): boolean {
  return principals.some(isWildcard) || !place.at("NotPrincipal").isAbsent;
}

/** Whether a statement lets the world in. */
export function isPublic(statement: Statement): boolean {
  const { allows, restrictedBy } = statement;
  return allows && isForEveryone(statement) && !restrictedBy.some((key) => BORDERS.has(key));
}

function matches(pattern: string, action: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${expression}$`, "i").test(action);
}

/** Whether a statement speaks of an action, by name, by a pattern, or because it is not left out. */
export function covers({ actions, place }: Statement, action: string): boolean {
  const isIn = (list: readonly View[]) => list.some((one) => matches(known(one.string()) ?? "", action));
  const leftOut = place.at("NotAction");
  if (leftOut.isAbsent) return isIn(actions);
  if (leftOut.firstUnknown()) return false;
  return !isIn(leftOut.items().length > 0 ? leftOut.items() : [leftOut]);
}

const ACCOUNT = /^(?:arn:aws[a-z-]*:(?:iam|sts)::)?(\d{12})(?::|$)/;

/** The accounts that a statement names as principals. */
export function accountsOf({ principals }: Statement): readonly string[] {
  return principals.flatMap((place) => ACCOUNT.exec(known(place.string()) ?? "")?.[1] ?? []);
}
