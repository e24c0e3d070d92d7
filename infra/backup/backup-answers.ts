import type { Answers } from "../core/declarations";

/** Well-Architected practices that the layer answers. */
export function backupAnswers(by: string): readonly Answers[] {
  const answer = (how: string, ...practices: Answers["practices"]): Answers => ({
    family: "answers",
    practices,
    by,
    how,
  });
  return [
    answer(
      "One word of criticality on a thing selects its plan, its retention and its copies; what says it is backed up is.",
      "REL09-BP01",
      "REL09-BP03",
    ),
    answer(
      "Recovery points lie in vaults with keys of their own, locks, and a policy by which only a break-glass role deletes.",
      "REL09-BP02",
      "SEC08-BP04",
    ),
    answer(
      "Restores of each kind of thing are tried as often as its word says, apart from everything; what comes back is opened and judged.",
      "REL09-BP04",
    ),
    answer(
      "Each restore under test is timed; an alarm compares the time with the one in which the word has to work again.",
      "REL13-BP03",
      "REL12-BP05",
    ),
    answer("Each word states how much may be lost and how long a recovery may take.", "REL13-BP01"),
    answer("Copies lie in another Region, each kept as long as its word says.", "REL10-BP01", "REL13-BP02"),
    answer(
      "Recovery points cool down and go when their time is over, by the word of criticality.",
      "COST04-BP05",
      "SUS04-BP03",
      "SUS04-BP05",
      "SUS04-BP08",
    ),
  ];
}
