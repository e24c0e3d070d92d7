import type { Problem } from "../core/problem";

/** Way to a value, from the layer's arguments. */
export type Path = Problem["path"];

/** A problem, or none where all is fine. */
export function unless(fine: boolean, path: Path, given: unknown, allowed: string): readonly Problem[] {
  return fine ? [] : [{ path, given: shown(given), allowed }];
}

/** Judges a whole number by its bounds. */
export function wholeNumber(
  path: Path,
  given: number,
  [least, most]: readonly [number, number],
): readonly Problem[] {
  const fine = Number.isInteger(given) && given >= least && given <= most;
  return unless(fine, path, given, `a whole number from ${least} to ${most}`);
}

/** Judges a name that has to be one of those that there are. */
export function knownName(
  path: Path,
  given: string,
  names: Readonly<Record<string, unknown>>,
  kind: string,
): readonly Problem[] {
  const known = Object.keys(names).sort();
  const allowed = known.length === 0 ? `nothing, since there is no ${kind}` : `${kind}: ${known.join(", ")}`;
  return unless(Object.hasOwn(names, given), path, given, allowed);
}

function shown(given: unknown): string {
  if (given === undefined) return "nothing";
  return typeof given === "number" ? String(given) : JSON.stringify(given);
}
