import { digest } from "../identity";
import { textOf } from "../resource-types/definition";
import { isWireList, isWireObject, type Wire, type WireObject } from "../wire";
import type { Call } from "./definition";

function list(value: Wire | undefined): readonly Wire[] {
  return isWireList(value) ? value : value === undefined || value === null ? [] : [value];
}

function objects(value: Wire | undefined): WireObject[] {
  return list(value).filter((item) => isWireObject(item));
}

/** The provider writes one value bare and several in reverse order. */
function oneOrMany(values: readonly Wire[]): Wire {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? only
    : [...values]
        .map((value) => textOf(value))
        .sort()
        .reverse();
}

function principals(value: Wire | undefined): Wire | undefined {
  const given = objects(value);
  if (given.length === 0) return undefined;
  const byType = new Map<string, Wire[]>();
  for (const { type, identifiers } of given) {
    if (type === "*" && list(identifiers).includes("*")) return "*";
    byType.set(textOf(type), [...(byType.get(textOf(type)) ?? []), ...list(identifiers)]);
  }
  return Object.fromEntries([...byType].map(([type, identifiers]) => [type, oneOrMany(identifiers)]));
}

function conditions(value: Wire | undefined): Wire | undefined {
  const given = objects(value);
  if (given.length === 0) return undefined;
  const byTest = new Map<string, WireObject>();
  for (const { test, variable, values } of given) {
    const [only] = list(values);
    const written = list(values).length === 1 && only !== undefined ? only : list(values);
    byTest.set(textOf(test), { ...byTest.get(textOf(test)), [textOf(variable)]: written });
  }
  return Object.fromEntries(byTest);
}

function statement(given: WireObject): WireObject {
  const lists: [string, Wire | undefined][] = [
    ["Action", given.actions],
    ["NotAction", given.notActions],
    ["Resource", given.resources],
    ["NotResource", given.notResources],
  ];
  const written: [string, Wire | undefined][] = [
    ["Sid", textOf(given.sid) || undefined],
    ["Effect", textOf(given.effect) || "Allow"],
    ...lists.map(([key, value]): [string, Wire | undefined] => [
      key,
      list(value).length > 0 ? oneOrMany(list(value)) : undefined,
    ]),
    ["Principal", principals(given.principals)],
    ["NotPrincipal", principals(given.notPrincipals)],
    ["Condition", conditions(given.conditions)],
  ];
  return Object.fromEntries(written.filter((entry): entry is [string, Wire] => entry[1] !== undefined));
}

function statementsOf(json: Wire): WireObject[] {
  const parsed = JSON.parse(textOf(json)) as WireObject;
  return objects(parsed.Statement);
}

/** Later statements replace earlier ones of the same `Sid`. */
function merged(statements: readonly WireObject[]): WireObject[] {
  const kept = new Map<string, WireObject>();
  for (const [index, item] of statements.entries()) kept.set(textOf(item.Sid) || `#${index}`, item);
  return [...kept.values()];
}

/** Renders a policy document as `aws.iam.getPolicyDocument` does, without asking AWS. */
export function policyDocument({ args }: Call): WireObject {
  const sources = [args.sourceJson, ...list(args.sourcePolicyDocuments)].filter(
    (json) => textOf(json) !== "",
  );
  const overrides = [args.overrideJson, ...list(args.overridePolicyDocuments)].filter(
    (json) => textOf(json) !== "",
  );
  const document = {
    Version: textOf(args.version) || "2012-10-17",
    ...(textOf(args.policyId) !== "" && { Id: textOf(args.policyId) }),
    Statement: merged([
      ...sources.flatMap((json) => statementsOf(json ?? "")),
      ...objects(args.statements).map(statement),
      ...overrides.flatMap((json) => statementsOf(json ?? "")),
    ]),
  };
  const json = JSON.stringify(document, undefined, 2);
  return { id: digest(json, 10), json, minifiedJson: JSON.stringify(document) };
}
