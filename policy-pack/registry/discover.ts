import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { type Control, type Entry, isDecidable } from "./control";

const RULES = join(__dirname, "..", "rules");

/** Every rule file below `rules/`, as a path relative to it, in a stable order. */
export function ruleFiles(): readonly string[] {
  return readdirSync(RULES, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.d)\.[jt]s$/.test(file))
    .sort();
}

/**
 * The entries of the registry: each file below `rules/` exports one as `control`. Adding a control is adding a file.
 *
 * @throws Error - Where a file exports none.
 */
export function discover(): readonly Entry[] {
  const load = createRequire(__filename);
  return ruleFiles().map((file) => {
    // The registry's test holds that every rule file has this shape.
    const { control } = load(join(RULES, file)) as { readonly control?: Entry };
    if (!control) throw new Error(`rules/${file} must export its control as "control"`);
    return control;
  });
}

/** The entries that a preview can decide. */
export function decidable(entries: readonly Entry[]): readonly Control[] {
  return entries.filter(isDecidable);
}
