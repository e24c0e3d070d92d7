import type { EventSchema } from "./integration-args";

/** A change of a schema that breaks somebody. */
export interface SchemaChange {
  /** Way from the schema to what changed. */
  readonly path: readonly (string | number)[];
  /** What is there now. */
  readonly given: string;
  /** What has to be there. */
  readonly allowed: string;
}

type Schema = Readonly<Record<string, unknown>>;

/** Words of JSON Schema that say something to people alone. */
const annotations: ReadonlySet<string> = new Set(["title", "description", "default", "id", "$schema"]);

/** Words that hold schemas, which are compared one by one. */
const compared: ReadonlySet<string> = new Set(["properties", "required", "enum", "items"]);

/**
 * Says every change between two schemas of one version that breaks somebody.
 *
 * Services are deployed one after another, and the archive holds what was published before. So within a version every
 * reader, old or new, has to understand every event, old or new. What is left to change is what is written for people,
 * and new properties that no event has to have.
 */
export function schemaChanges(before: EventSchema, now: EventSchema): readonly SchemaChange[] {
  return changes({ ...before }, { ...now }, []);
}

function changes(before: Schema, now: Schema, path: SchemaChange["path"]): readonly SchemaChange[] {
  return [
    ...wordChanges(before, now, path),
    ...enumChanges(before.enum, now.enum, [...path, "enum"]),
    ...requiredChanges(before.required, now.required, [...path, "required"]),
    ...propertyChanges(before, now, path),
    ...itemChanges(before.items, now.items, [...path, "items"]),
  ];
}

/** All words that are neither compared one by one nor for people: type, format, pattern, bounds and the like. */
function wordChanges(before: Schema, now: Schema, path: SchemaChange["path"]): readonly SchemaChange[] {
  const words = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...words]
    .filter((word) => !annotations.has(word) && !compared.has(word))
    .filter((word) => canonical(before[word]) !== canonical(now[word]))
    .map((word) => ({
      path: [...path, word],
      given: canonical(now[word]),
      allowed: canonical(before[word]),
    }));
}

function enumChanges(before: unknown, now: unknown, path: SchemaChange["path"]): readonly SchemaChange[] {
  if (before === undefined && now === undefined) return [];
  if (!Array.isArray(before) || !Array.isArray(now)) {
    return [{ path, given: canonical(now), allowed: canonical(before) }];
  }
  const missing = without(before, now);
  const added = without(now, before);
  const change = (given: string): SchemaChange => ({ path, given, allowed: canonical(before) });
  return [
    ...(missing.length > 0 ? [change(`a list without ${missing.join(", ")}, which events hold`)] : []),
    ...(added.length > 0 ? [change(`a list with ${added.join(", ")}, which readers do not know`)] : []),
  ];
}

function requiredChanges(before: unknown, now: unknown, path: SchemaChange["path"]): readonly SchemaChange[] {
  const old = Array.isArray(before) ? before : [];
  const missing = without(old, Array.isArray(now) ? now : []);
  const added = without(Array.isArray(now) ? now : [], old);
  const change = (given: string): SchemaChange => ({ path, given, allowed: canonical(old) });
  return [
    ...(missing.length > 0 ? [change(`a list without ${missing.join(", ")}, which readers rely on`)] : []),
    ...(added.length > 0 ? [change(`a list with ${added.join(", ")}, which published events may lack`)] : []),
  ];
}

function propertyChanges(before: Schema, now: Schema, path: SchemaChange["path"]): readonly SchemaChange[] {
  const old = asSchema(before.properties);
  const current = asSchema(now.properties);
  const closed = before.additionalProperties === false;
  const kept = Object.keys(old).flatMap((name): readonly SchemaChange[] => {
    const place = [...path, "properties", name];
    return Object.hasOwn(current, name)
      ? changes(asSchema(old[name]), asSchema(current[name]), place)
      : [{ path: place, given: "nothing", allowed: canonical(old[name]) }];
  });
  const added = Object.keys(current).filter((name) => closed && !Object.hasOwn(old, name));
  return [
    ...kept,
    ...added.map((name) => ({
      path: [...path, "properties", name],
      given: canonical(current[name]),
      allowed: "nothing, since readers refuse additional properties",
    })),
  ];
}

/** Schema of all items, or a list with one for each place. */
function itemChanges(before: unknown, now: unknown, path: SchemaChange["path"]): readonly SchemaChange[] {
  if (isSchema(before) && isSchema(now)) return changes(before, now, path);
  if (canonical(before) === canonical(now)) return [];
  return [{ path, given: canonical(now), allowed: canonical(before) }];
}

function without(values: readonly unknown[], others: readonly unknown[]): readonly string[] {
  const known = new Set(others.map(canonical));
  return values.filter((value) => !known.has(canonical(value))).map(canonical);
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asSchema(value: unknown): Schema {
  return isSchema(value) ? value : {};
}

/** JSON whose keys are in order, so that equal values have equal text; a word where there is no value. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === undefined) return "nothing";
  if (!isSchema(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(",")}}`;
}
