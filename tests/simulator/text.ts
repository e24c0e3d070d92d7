import * as assert from "node:assert/strict";
import type { Wire } from "../../simulator/wire";

/** A value that must be a text. */
export function text(value: Wire | undefined): string {
  assert.equal(typeof value, "string");
  return value as string;
}
