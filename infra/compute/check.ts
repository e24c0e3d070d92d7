import { type Path, unless } from "../core/checks";
import type { Problem } from "../core/problem";

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
