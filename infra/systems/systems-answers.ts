import type { Declaration } from "../core/declarations";

type Answer = Extract<Declaration, { family: "answers" }>;

/** Practices that Systems Manager answers. */
export function systemsAnswers(by: string): readonly Answer[] {
  const answer = (practices: Answer["practices"], how: string): Answer => ({
    family: "answers",
    practices,
    by,
    how,
  });
  return [
    answer(
      ["OPS05-BP05", "SEC06-BP01"],
      "Patches reach environments one after the other, each after days in the one before; every instance is scanned daily.",
    ),
    answer(
      ["SEC06-BP03", "SEC04-BP01"],
      "Sessions take the place of SSH: encrypted with a key of the account, recorded, under a named user, ended when idle.",
    ),
    answer(
      ["OPS05-BP03", "SEC06-BP02"],
      "Every instance is managed, also one without a role; what is installed on it is gathered twice a day.",
    ),
  ];
}
