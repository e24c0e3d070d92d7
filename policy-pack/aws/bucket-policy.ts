import { known, type View } from "../reading/view";
import { isWildcard, type Statement, statementsOf } from "./policy-document";

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
export function isForEveryone({ principals, place }: Statement): boolean {
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

function isNotTls(statement: Statement): boolean {
  const condition = statement.place.at("Condition");
  return condition
    .keys()
    .filter((operator) => /^Bool(IfExists)?$/i.test(operator))
    .flatMap((operator) => {
      const test = condition.child(operator);
      // A second key narrows the condition: requests that do not meet it pass.
      return test.keys().length === 1 ? test.keys().map((key) => ({ key, value: test.child(key) })) : [];
    })
    .some(({ key, value }) => {
      const [wanted = value] = value.items();
      return key.toLowerCase() === "aws:securetransport" && known(wanted.boolean()) === false;
    });
}

/** Whether a list of resources may hold a bucket and its objects. What is computed may be either. */
function isWhole(resources: readonly View[]): boolean {
  const names = resources.map((place) => known(place.string()));
  const has = (test: (name: string) => boolean) => names.some((name) => name === undefined || test(name));
  return (
    has((name) => name === "*" || !name.includes("/")) && has((name) => name === "*" || name.endsWith("*"))
  );
}

/** Whether a policy denies everyone every action over plain HTTP. */
export function deniesPlainHttp(policy: View): boolean {
  return statementsOf(policy).some(
    (statement) =>
      statement.denies &&
      statement.principals.some(isWildcard) &&
      statement.actions.some((action) =>
        ["*", "s3:*"].includes(known(action.string())?.toLowerCase() ?? ""),
      ) &&
      isWhole(statement.resources) &&
      statement.place.at("Condition").keys().length === 1 &&
      isNotTls(statement),
  );
}

/** Whether a statement takes the policy out of everyone's hands, without any condition. */
export function locksOut(statement: Statement): boolean {
  return (
    statement.denies &&
    statement.principals.some(isWildcard) &&
    statement.place.at("Condition").isEmpty &&
    ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"].every((action) => covers(statement, action))
  );
}

const ACCOUNT = /^(?:arn:aws[a-z-]*:(?:iam|sts)::)?(\d{12})(?::|$)/;

/** The accounts that a statement names as principals. */
export function accountsOf({ principals }: Statement): readonly string[] {
  return principals.flatMap((place) => ACCOUNT.exec(known(place.string()) ?? "")?.[1] ?? []);
}
