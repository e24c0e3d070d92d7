import { type AlarmEntry, type Metric, minutes, type Of, sources } from "./alarm-entry";

type Service = Of<"service">;

function ofService(id: string, metricName: string, stat: string, { dimensions }: Service): Metric {
  return { id, namespace: "AWS/ECS", metricName, stat, dimensions };
}

/** Only measured where the size table has Container Insights on; silent elsewhere, which is not a fault. */
function insights(id: string, metricName: string, stat: string, { dimensions }: Service): Metric {
  return { id, namespace: "ECS/ContainerInsights", metricName, stat, dimensions };
}

/** Each task reports once a minute, so that the reports are the tasks. */
const tasks = (service: Service): Metric => ofService("tasks", "CPUUtilization", "SampleCount", service);

/** What can go wrong with a service on ECS. */
export const serviceAlarms: readonly AlarmEntry<Service>[] = [
  {
    word: "too-few-tasks",
    meaning: "Fewer tasks run than scaling may leave",
    urgency: "outage",
    unit: "count",
    comparison: "<",
    patience: minutes(5),
    missing: "breaching",
    runbook: "restart-service",
    reason: "The minimum is what survives the loss of a zone.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html",
    metrics: (service) => [tasks(service)],
    threshold: ({ sizes }) => sizes.minimum,
  },
  {
    word: "cpu",
    meaning: "The processors of the tasks are nearly used up",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: minutes(5),
    missing: "breaching",
    runbook: "scale-out-service",
    reason: "Scaling aims below it, so that reaching it means that scaling does not help.",
    source: sources.recommended,
    metrics: (service) => [ofService("cpu", "CPUUtilization", "Average", service)],
    threshold: () => 80,
  },
  {
    word: "memory",
    meaning: "The memory of the tasks is nearly used up; a task that exceeds it is killed",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: minutes(5),
    missing: "breaching",
    runbook: "restart-service",
    reason: "Above it a task has no room for a burst.",
    source: sources.recommended,
    metrics: (service) => [ofService("memory", "MemoryUtilization", "Maximum", service)],
    threshold: () => 90,
  },
  {
    word: "at-its-ceiling",
    meaning: "As many tasks run as are allowed, and they are busy",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: minutes(15),
    missing: "notBreaching",
    runbook: "scale-out-service",
    reason: "Where scaling ends, only a larger maximum or less load helps.",
    source: sources.own,
    metrics: (service) => [tasks(service), ofService("cpu", "CPUUtilization", "Average", service)],
    expression: ({ sizes }) => `IF(tasks >= ${sizes.maximum}, cpu, 0)`,
    threshold: () => 70,
  },
  {
    word: "not-as-desired",
    meaning: "Fewer tasks run than ECS was asked for: new ones do not start",
    urgency: "risk",
    unit: "count",
    comparison: ">",
    patience: minutes(10),
    missing: "notBreaching",
    runbook: "roll-back-service",
    reason: "A start takes a few minutes; ten are too many.",
    source: sources.own,
    metrics: (service) => [
      insights("desired", "DesiredTaskCount", "Average", service),
      insights("running", "RunningTaskCount", "Average", service),
    ],
    expression: () => "desired - running",
    threshold: () => 0,
  },
  {
    word: "task-storage",
    meaning: "The ephemeral storage of a task is nearly full",
    urgency: "risk",
    unit: "percent",
    comparison: ">",
    patience: minutes(5),
    missing: "notBreaching",
    runbook: "restart-service",
    reason: "A full disk stops a task; a fresh one is empty.",
    source: sources.recommended,
    metrics: (service) => [
      insights("used", "EphemeralStorageUtilized", "Maximum", service),
      insights("reserved", "EphemeralStorageReserved", "Maximum", service),
    ],
    expression: () => "IF(reserved > 0, 100 * used / reserved, 0)",
    threshold: () => 90,
  },
  {
    word: "deploying",
    meaning: "A deployment is under way: no trouble, but the reason why nobody is called",
    urgency: "hint",
    unit: "count",
    comparison: ">",
    patience: minutes(1),
    missing: "notBreaching",
    runbook: "roll-back-service",
    reason: "ECS has one deployment where nothing changes, and two where something does.",
    source: sources.own,
    metrics: (service) => [insights("deployments", "DeploymentCount", "Maximum", service)],
    threshold: () => 1,
  },
];
