import type { Range } from "../cidr/range";
import { formatRange } from "../cidr/range";

declare const shown: unique symbol;

/**
 * A text that cannot hold a property's value by accident. Secrets reach a policy as plain text, so a message is built
 * only from what its author wrote and from the kinds of values below; the type refuses a bare string.
 */
export type Text = string & { readonly [shown]: true };

/** Brands a text whose content has been judged in this file. */
function asText(value: string): Text {
  // The brand exists in the type system only.
  return value as Text;
}

/** A message: the words of the rule's author, with safe values in between. */
export function text(words: TemplateStringsArray, ...values: readonly (Text | number | boolean)[]): Text {
  return asText(words.map((word, position) => word + String(values[position] ?? "")).join(""));
}

/** An address range, written anew from what was parsed. */
export function range(value: Range): Text {
  return asText(formatRange(value));
}

/** One port, or a range of ports. */
export function ports(first: number, last: number): Text {
  if (first === 0 && last === 65_535) return asText("all ports");
  return asText(first === last ? `port ${first}` : `ports ${first}-${last}`);
}

/** A value that is one of a closed list of words; anything else is named without being shown. */
export function word(value: string, allowed: readonly string[]): Text {
  return asText(allowed.includes(value) ? `"${value}"` : "another value");
}

/** Something out of the control's own configuration or documentation, which holds no secrets. */
export function setting(value: string | number | boolean): Text {
  return asText(String(value));
}

/** The name of a property, a tag key or a map key. */
export function key(value: string): Text {
  const LONGEST = 128;
  return asText(value.length > LONGEST ? `"${value.slice(0, LONGEST)}…"` : `"${value}"`);
}

/** Safe values, separated by commas. */
export function list(values: readonly Text[]): Text {
  return asText(values.join(", "));
}
