import { decidable, discover } from "../registry/discover";
import { tagsOf } from "../registry/tags";
import type { Rule } from "./judged";

/** The controls of this pack that a preview can decide. */
export function ownRules(): readonly Rule[] {
  return decidable(discover()).map((control) => {
    const { id, name, title, why, fix, severity, enforcement } = control;
    return { id, name, title, why, fix, severity, enforcement, tags: tagsOf(control) };
  });
}
