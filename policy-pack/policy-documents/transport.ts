import { known } from "../reading/view";
import { type Condition, isOpenTest } from "./conditions";
import { isForEveryone } from "./exposure";
import { type Selection, selects, type Statement } from "./statement";
import { and, every, not, some, truth, type Truth } from "../reading/truth";

/** Whether a test holds for requests without TLS, and for no others. */
function isWithoutTls(one: Condition): Truth {
  if (isOpenTest(one)) return "maybe";
  const { key, operator, values } = one;
  if (key !== "aws:securetransport" || operator !== "bool") return "no";
  return every(values, (value) => {
    const written = known(value.string());
    return written === undefined ? "maybe" : truth(written.toLowerCase() === "false");
  });
}

/**
 * Whether a document denies everyone what does not come over TLS.
 *
 * @param action - A pattern in lower case, all of which must be denied.
 * @param isWhole - Whether the resources are all that is asked about. Unset, they are not looked at: in a queue's or
 * topic's policy they can only be the queue or topic.
 */
export function deniesPlainText(
  document: readonly Statement[],
  action: string,
  isWhole: (resources: Selection) => Truth = () => "yes",
): Truth {
  return some(document, (statement) => {
    const { allows, actions, conditions, resources } = statement;
    const only = conditions.length === 0 ? "no" : every(conditions, isWithoutTls);
    return and(not(allows), isForEveryone(statement), selects(actions, action), isWhole(resources), only);
  });
}
