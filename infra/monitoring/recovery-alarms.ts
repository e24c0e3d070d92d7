import { recoveryMetrics, recoveryNamespace } from "../core/monitored-recovery";
import { type AlarmEntry, type Metric, type Of, sources } from "./alarm-entry";

type Test = Of<"restore-test">;

/** A day is looked at once: most words are tried once a week, a month or a quarter. */
const day = { periodSeconds: 86_400, bad: 1, of: 1 };

function ofTest(id: string, metricName: string, stat: string, { dimensions }: Test): Metric {
  return { id, namespace: recoveryNamespace, metricName, stat, dimensions };
}

/** What can go wrong with restores that are tried. */
export const restoreTestAlarms: readonly AlarmEntry<Test>[] = [
  {
    word: "late",
    meaning: "A restore took longer than the time in which it has to work again",
    urgency: "risk",
    unit: "seconds",
    comparison: ">",
    patience: day,
    missing: "notBreaching",
    runbook: "review-restore-test",
    reason: "The recovery time that the word of criticality promises.",
    source: sources.own,
    metrics: (test) => [ofTest("took", recoveryMetrics.seconds, "Maximum", test)],
    threshold: ({ sizes }) => 60 * sizes.recoveryMinutes,
  },
  {
    word: "broken",
    meaning: "What a restore test made is not sound",
    urgency: "risk",
    unit: "count",
    comparison: "<",
    patience: day,
    missing: "notBreaching",
    runbook: "review-restore-test",
    reason: "A backup that cannot be read is none; one unsound restore of a day is enough.",
    source: sources.own,
    metrics: (test) => [ofTest("sound", recoveryMetrics.valid, "Minimum", test)],
    threshold: () => 1,
  },
];
