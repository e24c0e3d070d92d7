import { known, type View } from "../reading/view";
import { isWildcard, type Statement, statementsOf } from "./policy-document";
import { covers } from "./policy-reach";

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
