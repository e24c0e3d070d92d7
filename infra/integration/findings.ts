import { type Path, unless } from "../core/checks";
import type { Problem } from "../core/problem";

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
