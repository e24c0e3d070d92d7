import { type AlarmEntry, type Metric, minutes, type Of, sources } from "./alarm-entry";

type Topic = Of<"topic">;

const ofTopic = (id: string, metricName: string, { dimensions }: Topic): Metric => ({
  ...{ id, namespace: "AWS/SNS", metricName, stat: "Sum" },
  dimensions,
});

/** What entries of messages that somebody did not get share. */
const unheard = {
  unit: "count",
  comparison: ">",
  missing: "notBreaching",
  runbook: "redrive-dead-letters",
  source: sources.recommended,
  threshold: () => 0,
} as const;

/** What can go wrong with a topic. What was put aside is counted where it lies, in the queue of what was not delivered. */
export const topicAlarms: readonly AlarmEntry<Topic>[] = [
  {
    ...unheard,
    word: "failed",
    meaning: "Somebody who subscribes cannot be reached",
    urgency: "risk",
    patience: minutes(5),
    reason: "Single ones are tried again; five minutes of them are an address that does not answer.",
    metrics: (topic) => [ofTopic("failed", "NumberOfNotificationsFailed", topic)],
  },
  {
    ...unheard,
    word: "lost",
    meaning: "Somebody was not told, and what was to be said could not even be put aside",
    urgency: "outage",
    patience: minutes(1),
    reason: "Each is lost: nobody knows what it was.",
    metrics: (topic) => [ofTopic("lost", "NumberOfNotificationsFailedToRedriveToDlq", topic)],
  },
];
