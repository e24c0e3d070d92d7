import type { Problem } from "./problem";

/** Way from a layer's arguments to a value. */
export type Path = Problem["path"];

/** A problem with one value, as a list. */
export function problem(path: Path, given: unknown, allowed: string): readonly Problem[] {
  return [{ path, given: shown(given), allowed }];
}

/** A problem where something does not hold. */
export function unless(holds: boolean, path: Path, given: unknown, allowed: string): readonly Problem[] {
  return holds ? [] : problem(path, given, allowed);
}

/** A problem where a value is no whole number within bounds. */
export function wholeNumber(
  path: Path,
  given: number,
  [least, most]: readonly [least: number, most: number],
): readonly Problem[] {
  return unless(isWholeWithin(given, least, most), path, given, `a whole number from ${least} to ${most}`);
}

/** A problem where an amount is not a whole one within bounds; `what` says of what. */
export function amount(
  path: Path,
  given: number,
  { from, to, what }: { readonly from: number; readonly to: number; readonly what: string },
): readonly Problem[] {
  return unless(isWholeWithin(given, from, to), path, given, `${what}, ${from} to ${to}`);
}

function isWholeWithin(given: number, least: number, most: number): boolean {
  return Number.isInteger(given) && given >= least && given <= most;
}

function shown(given: unknown): string {
  if (given === undefined) return "nothing";
  return typeof given === "number" ? String(given) : JSON.stringify(given);
}
