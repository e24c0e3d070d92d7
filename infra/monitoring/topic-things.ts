import type { MonitoredTopic } from "../core/monitored-integration";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { MonitoringArgs } from "./monitoring-args";
import { severities, type Severity } from "./severity";

/** Name in AWS of the topic of a severity. */
export function severityTopicName(scope: Scope, severity: Severity): string {
  return physicalName("topic", scope, `monitoring-notify-${severity}`);
}

/** Topics of this Region on which somebody is told something. CloudWatch does not see those of another one. */
export function topicThings({
  scope,
  topics = [],
  owner,
  criticality,
}: Pick<MonitoringArgs, "scope" | "topics" | "owner" | "criticality">): readonly MonitoredTopic[] {
  const topic = (name: string, TopicName: MonitoredTopic["dimensions"]["TopicName"]): MonitoredTopic => ({
    ...{ family: "monitored", kind: "topic", name, owner, criticality },
    dimensions: { TopicName },
  });
  return [
    ...severities.map((severity) => topic(severity, severityTopicName(scope, severity))),
    ...topics.flatMap(({ name, topicName, region }) =>
      region === scope.region ? [topic(name, topicName)] : [],
    ),
  ];
}
