import type { Problem } from "../core/problem";

/** Way from the layer's arguments to a value. */
export type Path = Problem["path"];

/** A problem where a condition does not hold. */
export function unless(holds: boolean, path: Path, given: unknown, allowed: string): readonly Problem[] {
  if (holds) return [];
  return [{ path, given: given === undefined ? "nothing" : JSON.stringify(given), allowed }];
}

/** A problem where a value is no whole number within bounds. */
export function wholeNumber(
  path: Path,
  given: number,
  [least, most]: readonly [least: number, most: number],
): readonly Problem[] {
  const holds = Number.isInteger(given) && given >= least && given <= most;
  return unless(holds, path, given, `a whole number from ${least} to ${most}`);
}

/** Problems of names that one side of a table has and the other lacks. */
export function sameNames(
  path: Path,
  sizes: Readonly<Record<string, unknown>>,
  catalogue: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  const known = Object.keys(catalogue);
  return [
    ...known.flatMap((name) =>
      unless(Object.hasOwn(sizes, name), [...path, name], undefined, "a size: the catalogue has it"),
    ),
    ...Object.keys(sizes).flatMap((name) => unknownName([...path, name], name, known)),
  ];
}

/** A problem where a name is none of those known. */
export function unknownName(path: Path, name: string, known: readonly string[]): readonly Problem[] {
  return unless(known.includes(name), path, name, `one of ${known.join(", ") || "none: there are none"}`);
}
