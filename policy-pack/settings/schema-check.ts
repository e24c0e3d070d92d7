import type { PolicyConfigJSONSchema, PolicyConfigJSONSchemaDefinition } from "@pulumi/policy/schema";
import { distance } from "fastest-levenshtein";

type Schema = PolicyConfigJSONSchema;
type Check = (value: unknown, schema: Schema, path: string) => readonly string[];

/** The word that a mistyped one most likely meant, as the end of a sentence; nothing where none is close. */
export function nearest(given: string, words: readonly string[]): string {
  const [best] = words
    .map((word) => ({ word, away: distance(given.toLowerCase(), word.toLowerCase()) }))
    .sort((one, other) => one.away - other.away);
  const isClose = best !== undefined && best.away <= Math.max(2, Math.floor(best.word.length / 3));
  return isClose ? `; nearest: ${best.word}` : "";
}

const LONGEST = 80;

/** A configured value as people read it, cut where it is long. Configuration of this pack holds no secrets. */
function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return value === null ? "null" : typeof value;
}

function isOfType(value: unknown, type: string): boolean {
  return type === "integer" ? Number.isInteger(value) : typeOf(value) === type;
}

const ofType: Check = (value, { type }, path) => {
  const allowed = [type ?? []].flat();
  if (allowed.length === 0 || allowed.some((name) => isOfType(value, name))) return [];
  return [`${path} must be ${allowed.join(" or ")}, not ${typeOf(value)} ${shown(value)}`];
};

const ofList: Check = (value, schema, path) => {
  if (!Array.isArray(value)) return [];
  const { items, minItems = 0 } = schema;
  const few = value.length < minItems ? [`${path} must have at least ${minItems} elements`] : [];
  const inside = value.flatMap((item, position) =>
    items === undefined || Array.isArray(items) ? [] : check(item, items, `${path}[${position}]`),
  );
  return [...few, ...inside];
};

const ofObject: Check = (value, schema, path) => {
  if (typeOf(value) !== "object") return [];
  const { properties = {}, required = [], additionalProperties = true } = schema;
  // A value of type "object" has string keys.
  const entries = Object.entries(value as Record<string, unknown>);
  const missing = required.filter((key) => entries.every(([name]) => name !== key));
  return [
    ...missing.map((key) => `${path}.${key} is required`),
    ...entries.flatMap(([key, inner]) => {
      const definition = properties[key] ?? additionalProperties;
      if (definition === false) {
        const names = Object.keys(properties);
        return [`${path}.${key} is not known; known: ${names.join(", ")}${nearest(key, names)}`];
      }
      return check(inner, definition, `${path}.${key}`);
    }),
  ];
};

function isExpression(value: string): boolean {
  try {
    new RegExp(value);
    return true;
  } catch {
    return false;
  }
}

const ofText: Check = (value, { pattern, format, minLength = 0 }, path) => {
  if (typeof value !== "string") return [];
  return [
    value.length < minLength ? [`must have at least ${minLength} characters`] : [],
    pattern !== undefined && !new RegExp(pattern).test(value) ? [`must match ${pattern}`] : [],
    format === "regex" && !isExpression(value) ? ["must be a regular expression"] : [],
  ]
    .flat()
    .map((demand) => `${path} ${demand}, not ${shown(value)}`);
};

const ofNumber: Check = (value, { minimum = -Infinity, maximum = Infinity }, path) => {
  if (typeof value !== "number" || (value >= minimum && value <= maximum)) return [];
  return [`${path} must be between ${minimum} and ${maximum}, not ${value}`];
};

const ofChoice: Check = (value, schema, path) => {
  if (schema.enum === undefined || schema.enum.some((allowed) => allowed === value)) return [];
  const allowed = schema.enum.map((each) => JSON.stringify(each)).join(", ");
  const words = schema.enum.filter((each) => typeof each === "string");
  return [
    `${path} must be one of ${allowed}, not ${shown(value)}${typeof value === "string" ? nearest(value, words) : ""}`,
  ];
};

function check(
  value: unknown,
  definition: PolicyConfigJSONSchemaDefinition,
  path: string,
): readonly string[] {
  if (typeof definition === "boolean") return [];
  return [ofType, ofChoice, ofText, ofNumber, ofList, ofObject].flatMap((part) =>
    part(value, definition, path),
  );
}

/**
 * What is wrong with a configured value, one sentence for each mistake, by the part of JSON Schema that this pack's
 * schemas use. The engine checks too, but not unknown keys, and other drivers of a pack do not check at all.
 */
export function mistakes(value: unknown, schema: Schema, path: string): readonly string[] {
  return check(value, schema, path);
}
