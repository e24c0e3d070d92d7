import type * as z from "zod";

import type { Problem } from "../../infra/core/problem";
import { type CrossCheck, valueAt } from "./cross-check";
import { nearestWord } from "./mistake";

/** Fields of a size table that are fine by themselves. */
type Sound<Sizes> = { readonly [Field in keyof Sizes]?: Sizes[Field] };

/**
 * What a layer itself finds wrong with its size table, told where the stack's file says it.
 *
 * Fields that are wrong by themselves are left out, so that what is said of the rest does not depend on them.
 *
 * @param key full key of the size table
 * @param schema schema of the size table, whose fields are the layer's own
 * @param problemsOf what the layer finds, given the fields that are fine; paths begin with `sizes`
 */
export function layerCheck<Sizes extends object>(
  key: string,
  schema: z.ZodType<Sizes> & { readonly shape: Readonly<Record<string, z.ZodType>> },
  problemsOf: (sound: Sound<Sizes>) => readonly Problem[],
): CrossCheck {
  return (configuration) => {
    const fields = Object.entries(schema.shape).flatMap(([field, part]) => {
      const result = part.safeParse(valueAt(configuration, [key, field]));
      return result.success ? [[field, result.data] as const] : [];
    });
    const sound = new Set(fields.map(([field]) => field));
    // Each field was read by its own part of the schema.
    return problemsOf(Object.fromEntries(fields) as Sound<Sizes>)
      .filter(({ path: [part, field] }) => part === "sizes" && sound.has(String(field)))
      .map(({ path, given, allowed }) => {
        const words = allowed.replace(/^.*: /, "").split(", ");
        const nearest = nearestWord(given.replaceAll('"', ""), words);
        return {
          path: [key, ...path.slice(1)],
          given,
          allowed,
          ...(nearest === undefined ? {} : { nearest }),
        };
      });
  };
}
