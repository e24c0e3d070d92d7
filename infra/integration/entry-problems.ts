import { nameProblems } from "../core/catalogue-names";
import { type Path, unless } from "../core/checks";
import type { CatalogueEntry } from "../core/catalogue-entry";
import { criticalities } from "../core/criticality";
import type { Problem } from "../core/problem";
import { tagValueMistakes } from "../core/tags";
import type { IntegrationCatalogue } from "./integration-args";

/** Longest name in the catalogue; longer ones would be cut in most of AWS's names. */
export const longestName = 64;

/** Longest description that all of AWS's things take that carry one: that of a schema. */
const maximumDescriptionLength = 256;

/** Says what is wrong with names, descriptions and owners, whatever the kind of the entry. */
export function entryProblems(catalogue: IntegrationCatalogue): readonly Problem[] {
  const kinds = { ...catalogue };
  return [
    ...Object.entries(kinds).flatMap(([kind, entries]: [string, Readonly<Record<string, CatalogueEntry>>]) =>
      Object.entries(entries).flatMap(([name, entry]) => oneEntry(["catalogue", kind, name], name, entry)),
    ),
    ...Object.keys(catalogue.workflows).flatMap((name) =>
      unless(
        !Object.hasOwn(catalogue.workloads, name),
        ["catalogue", "workflows", name],
        name,
        "a name that no service or fleet has, since a name says who publishes an event",
      ),
    ),
  ];
}

function oneEntry(path: Path, name: string, entry: CatalogueEntry): readonly Problem[] {
  const { description, owner, criticality } = entry;
  const ownerMistakes = tagValueMistakes(owner);
  return [
    ...nameProblems(path, name, longestName),
    ...unless(
      description.trim() !== "" && description.length <= maximumDescriptionLength,
      [...path, "description"],
      description,
      `a sentence of at most ${maximumDescriptionLength} characters`,
    ),
    ...unless(ownerMistakes.length === 0, [...path, "owner"], owner, "a team's name, as a tag can carry it"),
    ...unless(
      criticalities.includes(criticality),
      [...path, "criticality"],
      criticality,
      criticalities.join(", "),
    ),
  ];
}
