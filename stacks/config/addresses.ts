import * as z from "zod";

/** E-mail addresses, each once. Budgets take ten at most. */
export const addresses = z
  .array(z.email())
  .min(1)
  .max(10)
  .refine((list) => new Set(list).size === list.length, { error: "names an address twice" })
  .meta({ allowed: "a list of 1 to 10 e-mail addresses, each once" });
