import type { Answers } from "../core/declarations";

/** Well-Architected practices that the layer answers. */
export function operationsAnswers(by: string): readonly Answers[] {
  const answer = (how: string, ...practices: Answers["practices"]): Answers => ({
    family: "answers",
    practices,
    by,
    how,
  });
  return [
    answer(
      "Each recurrent operation is an Automation document whose page is generated from the same source.",
      "OPS07-BP03",
      "OPS07-BP04",
      "REL08-BP01",
    ),
    answer(
      "Each alarm names a runbook with its owner and escalation, and each runbook names what starts it.",
      "OPS10-BP01",
      "OPS10-BP02",
      "REL12-BP01",
    ),
    answer(
      "Each document acts in a role of its own with the rights of its steps; people need only the right to start it.",
      "SEC03-BP02",
      "SEC03-BP03",
    ),
    answer(
      "Instances are isolated, keys revoked and break-glass use recorded by documents that exist before an incident.",
      "SEC10-BP04",
      "SEC10-BP06",
    ),
    answer(
      "Faults are injected on days that are planned, by experiments that the environment's own alarms stop.",
      "OPS07-BP03",
      "REL12-BP04",
      "REL12-BP05",
    ),
    answer("The month's cost is reviewed by a document that is due at a fixed time.", "COST11-BP01"),
  ];
}
