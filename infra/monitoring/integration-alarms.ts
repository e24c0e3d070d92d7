import { type AlarmEntry, type Metric, minutes, type Of, sources } from "./alarm-entry";

type Queue = Of<"queue">;
type Letters = Of<"dead-letter-queue">;
type Machine = Of<"state-machine">;
type Rule = Of<"event-rule"> | Of<"partner">;

/** Messages of a standard queue that may be in flight at once; source: SQS Developer Guide, "Quotas", 2026-11. */
const mostInFlight = 120_000;

function ofQueue(id: string, metricName: string, { dimensions }: Queue | Letters): Metric {
  return { id, namespace: "AWS/SQS", metricName, stat: "Maximum", dimensions };
}

/** What can go wrong with a queue. */
export const queueAlarms: readonly AlarmEntry<Queue>[] = [
  {
    word: "age",
    meaning: "Messages wait longer than the objective allows",
    urgency: "risk",
    unit: "seconds",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "scale-out-service",
    reason: "The objective that the catalogue gives the consumer.",
    source: sources.own,
    metrics: (queue) => [ofQueue("age", "ApproximateAgeOfOldestMessage", queue)],
    threshold: ({ sizes }) => sizes.ageObjectiveSeconds,
  },
  {
    word: "nearly-lost",
    meaning: "Messages have waited half as long as they are kept; then they are gone",
    urgency: "outage",
    unit: "seconds",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "restart-service",
    reason: "Half of the retention is left to mend the consumer.",
    source: sources.own,
    metrics: (queue) => [ofQueue("age", "ApproximateAgeOfOldestMessage", queue)],
    threshold: ({ sizes }) => 0.5 * sizes.retentionSeconds,
  },
  {
    word: "in-flight",
    meaning: "Nearly as many messages are being handled as a queue allows",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: minutes(15),
    missing: "notBreaching",
    runbook: "restart-service",
    reason: "Four fifths of 120,000; more are not handed out.",
    source: sources.recommended,
    metrics: (queue) => [ofQueue("handled", "ApproximateNumberOfMessagesNotVisible", queue)],
    threshold: () => 0.8 * mostInFlight,
  },
];

/** What can go wrong with a dead-letter queue. */
export const deadLetterQueueAlarms: readonly AlarmEntry<Letters>[] = [
  {
    word: "letters",
    meaning: "Messages were given up",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: minutes(1),
    missing: "notBreaching",
    runbook: "redrive-dead-letters",
    reason: "Each is work that was not done.",
    source: sources.own,
    metrics: (queue) => [ofQueue("letters", "ApproximateNumberOfMessagesVisible", queue)],
    threshold: () => 0,
  },
];

function ofMachine(id: string, metricName: string, stat: string, { dimensions }: Machine): Metric {
  return { id, namespace: "AWS/States", metricName, stat, dimensions };
}

/** What entries that count bad ends of runs share. */
const badEnds = {
  unit: "count",
  comparison: ">",
  patience: minutes(1),
  missing: "notBreaching",
  runbook: "replay-events",
  source: sources.states,
  threshold: () => 0,
} as const;

/** What can go wrong with a state machine. */
export const stateMachineAlarms: readonly AlarmEntry<Machine>[] = [
  {
    ...badEnds,
    word: "failed",
    meaning: "A run of the workflow failed",
    urgency: "risk",
    reason: "A workflow handles what it expects; a failure is something else.",
    metrics: (machine) => [ofMachine("failed", "ExecutionsFailed", "Sum", machine)],
  },
  {
    ...badEnds,
    word: "timed-out",
    meaning: "A run of the workflow was not finished in time",
    urgency: "risk",
    reason: "Somebody who was asked has not answered.",
    metrics: (machine) => [ofMachine("late", "ExecutionsTimedOut", "Sum", machine)],
  },
  {
    ...badEnds,
    word: "aborted",
    meaning: "A run of the workflow was stopped by hand",
    urgency: "hint",
    reason: "What it had begun may be half done.",
    metrics: (machine) => [ofMachine("stopped", "ExecutionsAborted", "Sum", machine)],
  },
  {
    ...badEnds,
    word: "throttled",
    meaning: "Step Functions holds back what the workflow does",
    urgency: "risk",
    patience: minutes(5),
    runbook: "raise-quota",
    reason: "Short bursts are allowed for; five minutes are not a burst.",
    metrics: (machine) => [ofMachine("held", "ExecutionThrottled", "Sum", machine)],
  },
  {
    word: "slow",
    meaning: "Runs of the workflow take nearly as long as they may",
    urgency: "hint",
    unit: "milliseconds",
    comparison: ">",
    patience: { periodSeconds: 3600, bad: 1, of: 1 },
    missing: "notBreaching",
    runbook: "scale-out-service",
    reason: "Four fifths of the time after which a run is given up.",
    source: sources.states,
    metrics: (machine) => [ofMachine("duration", "ExecutionTime", "p99", machine)],
    threshold: ({ sizes }) => 0.8 * 1000 * sizes.timeoutSeconds,
  },
];

function ofRule(id: string, metricName: string, { dimensions }: Rule | Of<"event-bus">): Metric {
  return { id, namespace: "AWS/Events", metricName, stat: "Sum", dimensions: { ...dimensions } };
}

/** What entries that count events in trouble share. */
const troubledEvents = {
  unit: "count",
  comparison: ">",
  patience: minutes(1),
  missing: "notBreaching",
  source: sources.events,
  threshold: () => 0,
} as const;

/** Events that neither their target nor the dead-letter queue got are gone, save for the archive. */
const lost: AlarmEntry<Rule> = {
  ...troubledEvents,
  word: "lost",
  meaning: "Events were given up, and could not even be put aside",
  urgency: "outage",
  runbook: "replay-events",
  reason: "Each is lost, save for the archive.",
  metrics: (rule) => [ofRule("lost", "InvocationsFailedToBeSentToDlq", rule)],
};

/** What can go wrong with an event bus. */
export const eventBusAlarms: readonly AlarmEntry<Of<"event-bus">>[] = [
  {
    ...troubledEvents,
    word: "throttled",
    meaning: "The bus holds back events: more come than the account's quota allows",
    urgency: "risk",
    patience: minutes(5),
    runbook: "raise-quota",
    reason: "Short bursts are delayed and pass; five minutes are not a burst.",
    metrics: (bus) => [ofRule("held", "ThrottledRules", bus)],
  },
];

/** What can go wrong with a rule of the bus. */
export const eventRuleAlarms: readonly AlarmEntry<Of<"event-rule">>[] = [
  {
    ...troubledEvents,
    word: "failed",
    meaning: "Events cannot be delivered, and repeating does not help: a right or the target is missing",
    urgency: "outage",
    runbook: "replay-events",
    reason: "What may pass by itself is repeated and not counted here.",
    metrics: (rule) => [ofRule("failed", "FailedInvocations", rule)],
  },
  lost,
];

/** What can go wrong with what is sent to a partner. */
export const partnerAlarms: readonly AlarmEntry<Of<"partner">>[] = [
  {
    ...troubledEvents,
    word: "failed",
    meaning: "The partner refuses what we send",
    urgency: "risk",
    patience: minutes(3),
    runbook: "pull-partner-lever",
    reason: "What may pass by itself is repeated and not counted here.",
    metrics: (rule) => [ofRule("failed", "FailedInvocations", rule)],
  },
  {
    ...troubledEvents,
    word: "repeating",
    meaning: "Much of what the partner is sent has to be repeated: it is slow, or down",
    urgency: "risk",
    patience: minutes(10),
    runbook: "pull-partner-lever",
    reason: "A tenth of the calls that we may make.",
    metrics: (rule) => [ofRule("repeated", "RetryInvocationAttempts", rule)],
    threshold: ({ sizes }) => 0.1 * 60 * sizes.callsPerSecond,
  },
  lost,
];
