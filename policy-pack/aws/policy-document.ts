import { known, type View } from "../reading/view";

/** One statement of a policy document, with its forms made one. */
export interface Statement {
  readonly place: View;
  readonly allows: boolean;
  readonly denies: boolean;
  readonly principals: readonly View[];
  readonly actions: readonly View[];
  readonly resources: readonly View[];
  /** Keys of conditions that restrict, in lower case, as `aws:principalorgid`. */
  readonly restrictedBy: readonly string[];
}

function many(place: View): readonly View[] {
  if (place.isAbsent) return [];
  return place.items().length > 0 ? place.items() : [place];
}

function principalsOf(statement: View): readonly View[] {
  const principal = statement.at("Principal");
  const kinds = principal.keys();
  return kinds.length > 0 ? kinds.flatMap((kind) => many(principal.child(kind))) : many(principal);
}

/** Operators that hold only for the values given; with "IfExists" a condition also holds where the key is missing. */
const RESTRICTING = /^(ForAnyValue:)?(String(Equals|Like|EqualsIgnoreCase)|Arn(Equals|Like)|IpAddress)$/i;

function restrictions(statement: View): readonly string[] {
  const condition = statement.at("Condition");
  return condition
    .keys()
    .filter((operator) => RESTRICTING.test(operator))
    .flatMap((operator) => {
      const test = condition.child(operator);
      return test
        .keys()
        .filter((name) => many(test.child(name)).every((value) => known(value.string()) !== "*"));
    })
    .map((name) => name.toLowerCase());
}

/** The statements of a policy document, which a program may give as text or as an object. */
export function statementsOf(policy: View): readonly Statement[] {
  return many(policy.document().at("Statement")).map((place) => ({
    place,
    allows: known(place.at("Effect").string()) === "Allow",
    denies: known(place.at("Effect").string()) === "Deny",
    principals: principalsOf(place),
    actions: many(place.at("Action")),
    resources: many(place.at("Resource")),
    restrictedBy: restrictions(place),
  }));
}

/** Whether a principal or resource stands for all of them. */
export function isWildcard(place: View): boolean {
  return known(place.string()) === "*";
}
