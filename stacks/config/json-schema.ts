import * as z from "zod";

/** The part of JSON Schema that the configuration's schemas use. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly allowed?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Schema of every member, or of each by position. */
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  /** Schema of every name, where names are not fixed. */
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

declare module "zod" {
  /** What the schemas say about a value besides its type; `description` is zod's own. */
  interface GlobalMeta {
    /** Unit of a number, in the plural: `days`. */
    unit?: string;
    /** Values that are accepted, in words, where the type alone does not say. */
    allowed?: string;
  }
}

/** JSON Schema of what a person writes, defaults not filled in, in the draft that editors understand best. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  // zod types the whole of JSON Schema; the interface above is the part of it that our schemas produce.
  return z.toJSONSchema(schema, { io: "input", target: "draft-07" }) as JsonSchema;
}

/** Schema of the value at a path; nothing where the schema has no such place. */
export function schemaAt(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema | undefined {
  let found: JsonSchema | undefined = schema;
  for (const step of path) found = found && childOf(found, step);
  return found;
}

/** Says in words which values a schema accepts. */
export function allowedWords(schema: JsonSchema): string {
  if (schema.allowed !== undefined) return schema.allowed;
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants !== undefined) return variants.map(allowedWords).join("; or ");
  const constants = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (constants !== undefined) return constants.map(String).join(", ");
  return typeWords(schema);
}

function childOf(schema: JsonSchema, step: PropertyKey): JsonSchema | undefined {
  if (typeof step === "number") return itemOf(schema, step);
  const property = schema.properties?.[String(step)];
  if (property !== undefined) return property;
  return typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
}

function itemOf({ items }: JsonSchema, position: number): JsonSchema | undefined {
  return isPositional(items) ? items[position] : items;
}

function isPositional(items: JsonSchema["items"]): items is readonly JsonSchema[] {
  return Array.isArray(items);
}

function typeWords(schema: JsonSchema): string {
  switch (schema.type) {
    case "integer":
      return `a whole number${ofUnit(schema)}${range(schema.minimum, schema.maximum)}`;
    case "number":
      return `a number${ofUnit(schema)}${range(schema.minimum ?? schema.exclusiveMinimum, schema.maximum)}`;
    case "boolean":
      return "true, false";
    case "array":
      return `a list${range(schema.minItems, schema.maxItems)} of: ${allowedWords(itemOf(schema, 0) ?? {})}`;
    case "object":
      return `a group of values${memberWords(schema)}`;
    default:
      return "text";
  }
}

function memberWords({ properties = {} }: JsonSchema): string {
  const names = Object.keys(properties);
  return names.length === 0 ? " by name" : `: ${names.join(", ")}`;
}

function ofUnit({ unit }: JsonSchema): string {
  return unit === undefined ? "" : ` of ${unit}`;
}

function range(minimum = -Infinity, maximum = Infinity): string {
  const from = Number.isSafeInteger(minimum) && minimum !== Number.MIN_SAFE_INTEGER;
  const to = Number.isSafeInteger(maximum) && maximum !== Number.MAX_SAFE_INTEGER;
  if (from && to) return minimum === maximum ? `, exactly ${minimum}` : `, ${minimum} to ${maximum}`;
  if (from) return `, at least ${minimum}`;
  return to ? `, at most ${maximum}` : "";
}
