import type { Problem } from "../core/problem";

/** Way from the layer's arguments to a value. */
export type Path = Problem["path"];

/** A problem with one value, as a list, where something does not hold; `given` is shown as JSON. */
export function unless(holds: boolean, path: Path, given: unknown, allowed: string): readonly Problem[] {
  if (holds) return [];
  return [{ path, given: given === undefined ? "nothing" : JSON.stringify(given), allowed }];
}

/** A problem where a number is not a whole one within bounds. */
export function wholeNumber(
  path: Path,
  given: number,
  bounds: { readonly from: number; readonly to: number; readonly what: string },
): readonly Problem[] {
  const { from, to, what } = bounds;
  return unless(
    Number.isInteger(given) && given >= from && given <= to,
    path,
    given,
    `${what}, ${from} to ${to}`,
  );
}
