import type { Answers } from "../core/declarations";
import type { MonitoringPlan } from "./plan";

/** Well-Architected practices that watching answers. */
export function monitoringAnswers(name: string, { alarms }: MonitoringPlan): readonly Answers[] {
  const answer = (how: string, ...practices: Answers["practices"]): Answers => ({
    family: "answers",
    practices,
    by: name,
    how,
  });
  return [
    answer(
      `Each of ${alarms.length} alarms follows from what is declared, and says what it means, who answers, what to do and where to look.`,
      "OPS08-BP04",
      "OPS10-BP02",
      "REL06-BP01",
      "REL06-BP02",
      "PERF02-BP03",
    ),
    answer(
      "How loudly an alarm calls follows from the criticality of what it watches and from whether users suffer.",
      "OPS10-BP03",
    ),
  ];
}
