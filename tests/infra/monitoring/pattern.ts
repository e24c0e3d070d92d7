import type { Condition, PatternPart } from "../../../infra/monitoring/event-entry";

/** An event, or a part of one. */
export type Event = Readonly<Record<string, unknown>>;

/** Whether EventBridge would find that an event is meant by a pattern. */
export function isMeant(pattern: PatternPart, event: unknown): boolean {
  return Object.entries(pattern).every(([field, wanted]) =>
    partsOf(event).some((part) => {
      const given = part[field];
      return Array.isArray(wanted)
        ? valuesOf(given).some((value) => wanted.some((condition: Condition) => holds(condition, value)))
        : isMeant(wanted as PatternPart, given);
    }),
  );
}

/** An object, or each object of a list: EventBridge looks into lists as if each element stood there alone. */
function partsOf(event: unknown): readonly Event[] {
  const list: readonly unknown[] = Array.isArray(event) ? event : [event];
  return list.filter((part): part is Event => typeof part === "object" && part !== null);
}

function valuesOf(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given : [given];
}

function holds(condition: Condition, value: unknown): boolean {
  if (typeof condition === "string") return condition === value;
  if ("exists" in condition) return value !== undefined;
  if ("numeric" in condition) return typeof value === "number" && value >= Number(condition.numeric[1]);
  if (typeof value !== "string") return false;
  if ("anything-but" in condition) return !condition["anything-but"].includes(value);
  return "prefix" in condition ? value.startsWith(condition.prefix) : value.endsWith(condition.suffix);
}

type Path = readonly (string | number)[];

/** Where the values of an event stand, those in lists of objects included. */
function places(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  if (Array.isArray(value) && value.every((each) => typeof each !== "object")) return [path];
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return entries.flatMap(([key, inner]) =>
    places(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** An event with another value at a place. */
function changed(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return Array.isArray(value) ? ["something else"] : "something else";
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.map((each, position) => (position === key ? changed(each, rest) : each));
  }
  // A place is only looked for within what has it.
  const record = value as Event;
  return { ...record, [key]: changed(record[key], rest) };
}

/**
 * Fields of an event that decide nothing: it is meant whatever stands there. A condition that is missing in a pattern shows
 * as a field more.
 */
export function idleFields(pattern: PatternPart, event: unknown): readonly string[] {
  return places(event)
    .filter((place) => isMeant(pattern, changed(event, place)))
    .map((place) => place.filter((word) => typeof word === "string").join("."));
}
