import { known } from "../reading/view";
import type { Condition } from "./conditions";
import { isForEveryone } from "./exposure";
import { selects, type Statement } from "./statement";
import { and, every, not, or, some, truth, type Truth } from "./truth";

/** Whether a test holds for requests without TLS, and for no others. */
function isWithoutTls({ place, key, operator, values }: Condition): Truth {
  if (place.isUnknown && key === "") return "maybe";
  if (key !== "aws:securetransport" || operator !== "bool") return "no";
  return every(values, (value) => {
    const written = known(value.string());
    return written === undefined ? "maybe" : truth(written.toLowerCase() === "false");
  });
}

/**
 * Whether a document denies everyone what does not come over TLS: an action and whatever the denial is about, since in a
 * queue's or topic's policy that can only be the queue or topic.
 */
export function deniesPlainText(document: readonly Statement[], action: string): Truth {
  return some(document, (statement) => {
    const { allows, actions, conditions } = statement;
    const only = conditions.length === 0 ? "no" : every(conditions, isWithoutTls);
    return and(
      not(allows),
      isForEveryone(statement),
      or(selects(actions, "*"), selects(actions, action)),
      only,
    );
  });
}
