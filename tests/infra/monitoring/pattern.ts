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
