import { type Statement, statementsOf } from "../policy-documents/statement";
import type { Truth } from "../reading/truth";
import type { View } from "../reading/view";
import { fail, type Outcome, pass, undetermined } from "../verdict/outcome";
import type { Text } from "../verdict/text";

/** Whether a statement, beside the others of its document, does what a control refuses. */
export type Refusal = (statement: Statement, document: readonly Statement[]) => Truth;

/**
 * Judges a policy document: one failure for each statement that certainly does what is refused. Where only what is not
 * known yet decides, the verdict waits for that.
 */
export function judgeStatements(policy: View, refuses: Refusal, message: Text): readonly Outcome[] {
  const document = statementsOf(policy);
  const judged = document.map((statement) => ({ statement, refused: refuses(statement, document) }));
  const certain = judged.filter(({ refused }) => refused === "yes");
  if (certain.length > 0) {
    return certain.map(({ statement: { place } }) => fail(place, message, place.path));
  }
  const open = judged.find(({ refused }) => refused === "maybe")?.statement.place;
  return [open ? undetermined(open.firstUnknown() ?? open) : pass];
}
