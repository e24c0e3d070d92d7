import type * as z from "zod";

import { type ConfigurationPath, formatPath, formatValue, type Mistake } from "./mistake";

/** A value that a cross-check looks at: where it stands, and the schema it has to satisfy before it is looked at. */
export interface Part<Value> {
  /** Where the value stands. */
  readonly path: ConfigurationPath;
  /** Schema of the value alone. */
  readonly schema: z.ZodType<Value>;
}

/** Finds mistakes among several values in a decoded configuration; it looks only where each value is fine by itself. */
export type CrossCheck = (configuration: unknown) => readonly Mistake[];

/**
 * A check of values against one another.
 *
 * It reports the rest of a configuration's mistakes even where other values are wrong, since it asks for no more than
 * the parts it names.
 */
export function crossCheck<Values extends object>(
  parts: { readonly [Name in keyof Values]: Part<Values[Name]> },
  check: (values: Values) => readonly Mistake[],
): CrossCheck {
  return (configuration) => {
    const found: Partial<Values> = {};
    for (const name of namesOf(parts)) {
      const result = parts[name].schema.safeParse(valueAt(configuration, parts[name].path));
      if (!result.success) return [];
      found[name] = result.data;
    }
    // Every part was found above, or the check has returned.
    return check(found as Values);
  };
}

/** A mistake about a value that is fine by itself. */
export function mistake(path: ConfigurationPath, given: unknown, allowed: string): Mistake {
  return { path, given: formatValue(given), allowed };
}

/** Value at a path of a decoded configuration; nothing where there is none. */
export function valueAt(configuration: unknown, path: ConfigurationPath): unknown {
  let found: unknown = configuration;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    // A record by its own key; arrays answer to their positions in the same way.
    found = (found as Readonly<Record<string | number, unknown>>)[step];
  }
  return found;
}

/** Reports every value of a list that stands in it before. */
export function duplicates(path: ConfigurationPath, values: readonly unknown[]): readonly Mistake[] {
  return values.flatMap((value, position) => {
    const first = values.indexOf(value);
    if (first === position) return [];
    return [mistake([...path, position], value, `each once; it is also ${formatPath([...path, first])}`)];
  });
}

function namesOf<Values extends object>(parts: Values): readonly (keyof Values)[] {
  // `Object.keys` forgets the type of the keys; a literal of parts has no others.
  return Object.keys(parts) as (keyof Values)[];
}
