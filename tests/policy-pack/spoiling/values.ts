import { isUnknown } from "../../../policy-pack/reading/sentinels";

/** A value with one thing in it that is wrong. */
export interface Change {
  readonly what:
    | "unset"
    | "switch flipped"
    | "number zero"
    | "list emptied"
    | "range opened"
    | "everyone allowed"
    | "every action"
    | "every resource"
    | "condition dropped";
  readonly path: string;
  /** The whole value of the property; nothing where it is unset. */
  readonly value: unknown;
}

type Values = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A policy document, as an object or as text. */
function documentIn(value: unknown): Values | undefined {
  if (isObject(value)) return "Statement" in value ? value : undefined;
  if (typeof value !== "string" || !/^\s*\{/.test(value)) return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return isObject(parsed) && "Statement" in parsed ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Every change of a property's value, unsetting it included. */
export function changesOf(value: unknown, path: string): readonly Change[] {
  return [{ what: "unset", path, value: undefined }, ...inner(value, path)];
}

function inner(value: unknown, path: string): readonly Change[] {
  if (isUnknown(value) || value === null || value === undefined) return [];
  const asDocument = documentChanges(value, path);
  if (asDocument.length > 0) return asDocument;
  if (typeof value === "boolean") return [{ what: "switch flipped", path, value: !value }];
  if (typeof value === "number") return value === 0 ? [] : [{ what: "number zero", path, value: 0 }];
  if (typeof value === "string") return ofText(value, path);
  return below(value, path);
}

function ofText(value: string, path: string): readonly Change[] {
  if (/^\d+(\.\d+){3}\/\d+$/.test(value) && value !== "0.0.0.0/0")
    return [{ what: "range opened", path, value: "0.0.0.0/0" }];
  return value === "true" || value === "false"
    ? [{ what: "switch flipped", path, value: value === "true" ? "false" : "true" }]
    : [];
}

function below(value: unknown, path: string): readonly Change[] {
  if (Array.isArray(value)) {
    const emptied: readonly Change[] = value.length === 0 ? [] : [{ what: "list emptied", path, value: [] }];
    const ofElements = value.flatMap((element: unknown, position) =>
      inner(element, `${path}[]`).map((change) => ({
        ...change,
        value: value.map((each: unknown, place) => (place === position ? change.value : each)),
      })),
    );
    return [...emptied, ...ofElements];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    inner(part, `${path}.${name}`).map((change) => ({
      ...change,
      value: { ...value, [name]: change.value },
    })),
  );
}

/** What may be wrong with a policy document, in the first statement where it is not so anyway. */
export function documentChanges(value: unknown, path: string): readonly Change[] {
  const document = documentIn(value);
  if (!document) return [];
  const statements = [document.Statement].flat().filter(isObject);
  const write = (changed: readonly Values[]): unknown => {
    const whole = { ...document, Statement: changed };
    return typeof value === "string" ? JSON.stringify(whole) : whole;
  };
  const first = (what: Change["what"], key: string, to: unknown): readonly Change[] => {
    const position = statements.findIndex(
      (statement) => statement.Effect === "Allow" && key in statement && !isSame(statement[key], to),
    );
    if (position < 0) return [];
    const changed = statements.map((statement, place) =>
      place === position ? { ...statement, [key]: to } : statement,
    );
    return [{ what, path, value: write(changed) }];
  };
  return [
    ...first("everyone allowed", "Principal", "*"),
    ...first("every action", "Action", "*"),
    ...first("every resource", "Resource", "*"),
    ...first("condition dropped", "Condition", undefined),
  ];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify([one].flat()) === JSON.stringify([other].flat());
}
