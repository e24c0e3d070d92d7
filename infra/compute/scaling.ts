import type * as pulumi from "@pulumi/pulumi";

/** What scaling keeps each workload at, on average over its tasks or instances. */
export const scalingTargets = {
  /** CPU, in percent. */
  cpuPercent: 60,
  /** Memory, in percent. */
  memoryPercent: 75,
  /** Requests by the front door in a minute. */
  requestsPerTarget: 1000,
} as const;

/** Seconds to wait after tasks were removed: five times as long as after some were added, so that a count does not swing. */
export const scaleInCooldownSeconds = 300;

/** Seconds to wait after tasks were added. */
export const scaleOutCooldownSeconds = 60;

/** Seconds after which a new instance's measurements count. */
export const instanceWarmupSeconds = 180;

/** Messages that a task or instance is taken to handle in a second. One that is slower states a shorter objective. */
const assumedMessagesPerSecond = 1;

/** A metric of CloudWatch with its dimensions. */
export interface CountMetric {
  /** Namespace. */
  readonly namespace: string;
  /** Name. */
  readonly metricName: string;
  /** Dimensions. */
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
  /** Statistic. */
  readonly stat: string;
}

/** One part of a calculation over metrics; exactly one part, the last, is its result. */
export type MetricPart =
  | { readonly id: string; readonly metric: CountMetric; readonly returnData: false }
  | { readonly id: string; readonly expression: string; readonly returnData: true };

/** Messages that may wait for each task or instance, so that the oldest one is still good when it is handled. */
export function acceptableBacklog(ageObjectiveSeconds: number): number {
  return Math.max(1, ageObjectiveSeconds * assumedMessagesPerSecond);
}

/**
 * Messages that wait in a queue for each running task or instance.
 *
 * Source: https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
 */
export function backlogParts(queueName: string, running: CountMetric): readonly MetricPart[] {
  return [
    {
      id: "waiting",
      metric: {
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: queueName },
        stat: "Sum",
      },
      returnData: false,
    },
    { id: "running", metric: running, returnData: false },
    { id: "backlog", expression: "FILL(waiting, 0) / FILL(running, 1)", returnData: true },
  ];
}

/**
 * Running tasks of a service. Each reports its CPU once a minute, so that the number of reports is the number of tasks;
 * unlike Container Insights' own count, it is there in every environment.
 *
 * Source: "Service RUNNING task count" in
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html
 */
export function runningTasks(clusterName: string, serviceName: string): CountMetric {
  return {
    namespace: "AWS/ECS",
    metricName: "CPUUtilization",
    dimensions: { ClusterName: clusterName, ServiceName: serviceName },
    stat: "SampleCount",
  };
}

/**
 * Requests of the front door in a minute for each running task, over both groups between which ECS moves them: AWS's own
 * measure knows one group, and sees nothing once the other one has the requests.
 */
export function requestParts(
  groups: readonly [CountMetric, CountMetric],
  running: CountMetric,
): readonly MetricPart[] {
  const [requests, others] = groups;
  return [
    { id: "requests", metric: requests, returnData: false },
    { id: "others", metric: others, returnData: false },
    { id: "running", metric: running, returnData: false },
    {
      id: "each",
      expression: "(FILL(requests, 0) + FILL(others, 0)) / FILL(running, 1)",
      returnData: true,
    },
  ];
}

/** Instances of a fleet that are in service. */
export function runningInstances(autoScalingGroupName: string): CountMetric {
  return {
    namespace: "AWS/AutoScaling",
    metricName: "GroupInServiceInstances",
    dimensions: { AutoScalingGroupName: autoScalingGroupName },
    stat: "Average",
  };
}
