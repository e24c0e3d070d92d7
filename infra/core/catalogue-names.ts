import { type Path, unless } from "./checks";
import type { Problem } from "./problem";

/**
 * Names of a catalogue become parts of AWS's names, of DNS names, of types of events and of JSON paths. No two hyphens in a
 * row, since physical names have none.
 */
const form = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Judges a name, which must not be longer than `longest` characters. */
export function nameProblems(path: Path, name: string, longest: number): readonly Problem[] {
  return unless(
    form.test(name) && name.length <= longest,
    path,
    name,
    `lower-case letters, digits and single hyphens, a letter first, at most ${longest} characters`,
  );
}

/** A problem where a name is none of those known. */
export function unknownName(path: Path, name: string, known: readonly string[]): readonly Problem[] {
  return unless(known.includes(name), path, name, `one of ${known.join(", ") || "none: there are none"}`);
}

/** Problems where the catalogue names what sizes do not, and the other way round. */
export function sameNames(
  path: Path,
  { catalogue, sizes }: Readonly<Record<"catalogue" | "sizes", Readonly<Record<string, unknown>>>>,
): readonly Problem[] {
  const known = Object.keys(catalogue);
  return [
    ...known.flatMap((name) =>
      unless(Object.hasOwn(sizes, name), [...path, name], undefined, "a size: the catalogue has it"),
    ),
    ...Object.keys(sizes).flatMap((name) => unknownName([...path, name], name, known)),
  ];
}
