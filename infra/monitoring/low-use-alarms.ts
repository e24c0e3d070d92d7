import type { AlarmEntry, Of, Patience } from "./alarm-entry";
import { sources } from "./alarm-entry";

type Service = Of<"service">;
type Fleet = Of<"fleet">;
type Instance = Of<"database-instance">;

/** As long as CloudWatch looks back: seven days, each of them below. Source: API PutMetricAlarm, 2026-11. */
const week: Patience = { periodSeconds: 86_400, bad: 7, of: 7 };

/** What scaling aims at, in percent of processors and of memory (`scalingTargets` of the layer compute). */
const aims = { cpu: 60, memory: 75 } as const;

/** Percent of what scaling aims at, below which half the size would still be below it. */
const lowUsePercent = 50;

/** Below it a thing would stand idle, so that one of the smallest size, which has nothing below it, is quiet. */
const idlePercent = 1;

/** What goes wrong, as the catalogue names it. */
export const lowUseWord = "low-use";

const common = {
  word: lowUseWord,
  urgency: "hint",
  unit: "percent",
  comparison: "<",
  patience: week,
  missing: "notBreaching",
  runbook: "review-monthly-cost",
  reason:
    "Where the busiest moments of a week use less than half of what scaling aims at, half the size is enough; below the smallest size there is none.",
  source: sources.own,
} as const;

/** The larger of both shares: what is short of one thing is not too large. */
const ofAims = `IF(cpu * ${aims.memory} > memory * ${aims.cpu}, 100 * cpu / ${aims.cpu}, 100 * memory / ${aims.memory})`;

/** A service whose tasks are larger than what is used of them. */
export const serviceLowUse: AlarmEntry<Service> = {
  ...common,
  meaning:
    "Tasks have been twice as large as their use needs, a week long; npm run right-size proposes a size",
  metrics: ({ dimensions }) => [
    { id: "cpu", namespace: "AWS/ECS", metricName: "CPUUtilization", stat: "p99", dimensions },
    { id: "memory", namespace: "AWS/ECS", metricName: "MemoryUtilization", stat: "Maximum", dimensions },
  ],
  expression: () => ofAims,
  // Fargate has nothing smaller than a quarter of a processor with half a GiB (`fargate-sizes.ts`).
  threshold: ({ sizes: { vcpu, memoryMib } }) =>
    vcpu > 0.25 || memoryMib > 512 ? lowUsePercent : idlePercent,
};

/** A fleet whose instances are larger than what is used of them. */
export const fleetLowUse: AlarmEntry<Fleet> = {
  ...common,
  meaning: "Instances have been twice as large as their use needs, a week long",
  metrics: ({ dimensions }) => [
    { id: "cpu", namespace: "AWS/EC2", metricName: "CPUUtilization", stat: "p99", dimensions },
    { id: "memory", namespace: "CWAgent", metricName: "mem_used_percent", stat: "Maximum", dimensions },
  ],
  expression: () => ofAims,
  threshold: ({ sizes: { instanceType } }) => (instanceType.endsWith(".nano") ? idlePercent : lowUsePercent),
};

/** A database whose class is larger than what is used of its processors. Memory says nothing: engines fill what they have. */
export const databaseLowUse: AlarmEntry<Instance> = {
  ...common,
  meaning: "The class of the database has had twice the processors that its use needs, a week long",
  metrics: ({ dimensions }) => [
    {
      id: "cpu",
      namespace: "AWS/RDS",
      metricName: "CPUUtilization",
      stat: "p99",
      dimensions: { ...dimensions },
    },
  ],
  expression: () => `100 * cpu / ${aims.cpu}`,
  threshold: ({ sizes: { instanceClass } }) =>
    instanceClass.endsWith(".micro") ? idlePercent : lowUsePercent,
};
