import * as z from "zod";

import type { CatalogueEntry } from "../../infra/core/catalogue-entry";

/**
 * A value for each entry of the catalogue, by its name: none may be missing, and no other name is known. What the
 * catalogue says of an entry is what its value is said to be for.
 *
 * @param schemaOf schema of an entry's value
 */
export function byName<Entry extends CatalogueEntry, Schema extends z.ZodType>(
  entries: Readonly<Record<string, Entry>>,
  schemaOf: (entry: Entry) => Schema,
): z.ZodObject<Record<string, Schema>, z.core.$strict> {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(entries).map(([name, entry]) => {
        const schema = schemaOf(entry);
        return [name, schema.meta({ ...schema.meta(), description: `${entry.description}.` })];
      }),
    ),
  );
}
