import { type AlarmEntry, type Metric, minutes, type Of, sources } from "./alarm-entry";

type Group = Of<"schedule-group">;

const ofGroup = (id: string, metricName: string, { dimensions }: Group): Metric => ({
  ...{ id, namespace: "AWS/Scheduler", metricName, stat: "Sum" },
  dimensions,
});

/** What entries of what was not begun share. */
const notBegun = {
  unit: "count",
  comparison: ">",
  missing: "notBreaching",
  source: sources.recommended,
  threshold: () => 0,
} as const;

/** What can go wrong with schedules. */
export const scheduleGroupAlarms: readonly AlarmEntry<Group>[] = [
  {
    ...notBegun,
    word: "throttled",
    meaning: "What a schedule begins is held back: it asks for more than the account's quota allows",
    urgency: "hint",
    patience: minutes(15),
    runbook: "raise-quota",
    reason: "Single ones are tried again; a quarter of an hour of them is a quota.",
    metrics: (group) => [ofGroup("held", "TargetErrorThrottledCount", group)],
  },
  {
    ...notBegun,
    word: "dropped",
    meaning: "What a schedule should have begun was given up: a right, or what it begins, is missing",
    urgency: "risk",
    patience: minutes(1),
    runbook: "redrive-dead-letters",
    reason: "Each is something that people count on and that did not happen.",
    metrics: (group) => [ofGroup("dropped", "InvocationDroppedCount", group)],
  },
  {
    ...notBegun,
    word: "lost",
    meaning: "What a schedule could not begin could not even be put aside",
    urgency: "risk",
    patience: minutes(15),
    runbook: "redrive-dead-letters",
    reason: "Nothing but this tells of it.",
    metrics: (group) => [ofGroup("lost", "InvocationsFailedToBeSentToDeadLetterCount", group)],
  },
];
