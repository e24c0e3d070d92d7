import { type Path, problem } from "../core/checks";
import type { Problem } from "../core/problem";

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
