import type { EventSchema } from "../../infra/integration/settings";

/** A text. */
export const text = { type: "string" } as const;
/** A whole number. */
export const whole = { type: "integer" } as const;
/** A moment, as RFC 3339 writes it. */
export const moment = { type: "string", format: "date-time" } as const;

/** One of a few words. */
export function oneOf(...words: readonly string[]): {
  readonly type: "string";
  readonly enum: readonly string[];
} {
  return { type: "string", enum: words };
}

/** What an event holds: properties that are always there, and properties that may be. */
export function holding(
  always: Readonly<Record<string, object>>,
  sometimes: Readonly<Record<string, object>> = {},
): EventSchema {
  return { type: "object", properties: { ...always, ...sometimes }, required: Object.keys(always) };
}
