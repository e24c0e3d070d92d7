import { type RunbookWord, runbookWords } from "../core/runbook-words";
import type { Runbook } from "./runbook";

/**
 * What is wrong with the pairs of alarms and runbooks: a word without a runbook, a runbook that nothing starts, one that says
 * an alarm names it though none does, and one that an alarm names though it does not say so.
 *
 * @param named words that alarms and event alerts name
 */
export function pairingMistakes(
  runbooks: readonly Runbook[],
  named: readonly RunbookWord[],
): readonly string[] {
  return [
    ...runbookWords.flatMap((word) => {
      const count = runbooks.filter(({ id }) => id === word).length;
      return count === 1 ? [] : [`${word} has ${count} runbooks; it needs one`];
    }),
    ...runbooks.flatMap(({ id, triggers }) => {
      const byAlarm = triggers.some(({ kind }) => kind === "alarm");
      return [
        ...(triggers.length === 0 ? [`nothing starts ${id}`] : []),
        ...(byAlarm && !named.includes(id) ? [`${id} says that alarms name it, and none does`] : []),
        ...(!byAlarm && named.includes(id) ? [`alarms name ${id}, which does not say so`] : []),
      ];
    }),
  ];
}
