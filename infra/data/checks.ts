import type { Problem } from "../core/problem";

/** Way from the layer's arguments to a value. */
export type Path = Problem["path"];

/** A problem with one value, as a list; `given` is shown as JSON. */
export function problem(path: Path, given: unknown, allowed: string): readonly Problem[] {
  return [{ path, given: given === undefined ? "nothing" : JSON.stringify(given), allowed }];
}

/** A problem where something does not hold. */
export function unless(holds: boolean, path: Path, given: unknown, allowed: string): readonly Problem[] {
  return holds ? [] : problem(path, given, allowed);
}

/** A problem where a number is not a whole one within bounds. */
export function wholeNumber(
  path: Path,
  given: number,
  bounds: { readonly from: number; readonly to: number; readonly what: string },
): readonly Problem[] {
  const { from, to, what } = bounds;
  const fits = Number.isInteger(given) && given >= from && given <= to;
  return unless(fits, path, given, `${what}, ${from} to ${to}`);
}

/** Problems where two lists of names differ: what `names` has and `sizes` lacks, and what it has beyond. */
export function sameNames(
  path: Path,
  names: Readonly<Record<string, unknown>>,
  sizes: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  const known = Object.keys(names);
  const allowed = known.length === 0 ? "nothing, since the catalogue has none" : known.join(", ");
  return [
    ...known
      .filter((name) => !Object.hasOwn(sizes, name))
      .flatMap((name) => problem([...path, name], undefined, "a size, since the catalogue has it")),
    ...Object.keys(sizes)
      .filter((name) => !Object.hasOwn(names, name))
      .flatMap((name) => problem([...path, name], "a size", `names of the catalogue: ${allowed}`)),
  ];
}
