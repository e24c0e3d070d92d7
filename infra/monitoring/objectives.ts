import { otherId } from "../core/both-groups";
import type { Criticality } from "../core/criticality";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import { type Of, share } from "./alarm-entry";
import type { ObjectiveSpec } from "./monitoring-args";
import { labelOf, type PlannedAlarm } from "./planned-alarm";
import { targetMeasure } from "./target-measure";

/** Share of answers that are no errors of ours, in percent over 30 days, by how much the business depends on the workload. */
export const usualAvailability: Readonly<Record<Criticality, number>> = {
  critical: 99.9,
  high: 99.5,
  standard: 99,
  low: 95,
};

/** Share of answers within the latency objective, in percent: the objective is one of the 99th percentile. */
const latencyPercent = 99;

/** How fast a budget of errors is used up: so many times as fast as would use it up in exactly 30 days. */
interface Burn {
  /** Word in names. */
  readonly word: "fast" | "slow";
  /** Times. */
  readonly rate: number;
  /** The long window, which says that it matters, and the short one, which says that it still goes on; in seconds. */
  readonly windows: readonly [long: number, short: number];
}

/**
 * Two per cent of a month's budget within an hour, or five within six.
 *
 * Source: The Site Reliability Workbook, chapter 5, https://sre.google/workbook/alerting-on-slos/
 */
export const burns: readonly Burn[] = [
  { word: "fast", rate: 14.4, windows: [3600, 300] },
  { word: "slow", rate: 6, windows: [21_600, 1800] },
];

/** Requests an hour below which a share says nothing. */
const fewRequestsAnHour = 120;

type Targets = Of<"target-group">;

/** Burn of one budget of a workload, seen in one window. */
export interface PlannedWindow extends PlannedAlarm {
  /** Workload that promises. */
  readonly workload: string;
  /** How fast. */
  readonly burn: Burn["word"];
  /** What is promised. */
  readonly promise: "availability" | "latency";
}

/** Share of bad answers that uses a budget up at a rate, in percent: never more than nine of ten, so that it can be reached. */
export function burnThreshold(objectivePercent: number, rate: number): number {
  return Math.min(90, Number((rate * (100 - objectivePercent)).toFixed(6)));
}

/** Plans the windows of what each workload behind the front door promises. */
export function planObjectives(
  scope: Scope,
  groups: readonly Targets[],
  objectives: Readonly<Record<string, ObjectiveSpec>>,
): readonly PlannedWindow[] {
  return groups.flatMap((group) => {
    const availability =
      objectives[group.workload]?.availabilityPercent ?? usualAvailability[group.criticality];
    return burns.flatMap((burn) =>
      burn.windows.flatMap((seconds) => [
        window(scope, group, { burn, seconds, promise: "availability", percent: availability }),
        window(scope, group, { burn, seconds, promise: "latency", percent: latencyPercent }),
      ]),
    );
  });
}

interface WindowSpec {
  readonly burn: Burn;
  readonly seconds: number;
  readonly promise: PlannedWindow["promise"];
  readonly percent: number;
}

function window(scope: Scope, group: Targets, spec: WindowSpec): PlannedWindow {
  const { burn, seconds, promise, percent } = spec;
  const word = `${promise}-${burn.word}-${seconds / 60}m`;
  const label = labelOf(scope, group, word);
  return {
    ...{ label, name: physicalName("alarm", scope, label), thing: group, word, promise, burn: burn.word },
    workload: group.workload,
    meaning: `The ${promise} objective of ${percent} % is being missed ${burn.rate} times as fast as is allowed`,
    urgency: burn.word === "fast" ? "outage" : "risk",
    tells: undefined,
    runbook: "roll-back-service",
    unit: "percent",
    comparison: ">=",
    threshold: burnThreshold(percent, burn.rate),
    patience: { periodSeconds: seconds, bad: 1, of: 1 },
    missing: "notBreaching",
    override: undefined,
    ...(promise === "availability" ? errors(group, seconds) : slowness(group, seconds)),
  };
}

type Computed = Pick<PlannedAlarm, "metrics" | "expression">;

function few(seconds: number): number {
  return Math.max(20, Math.round((fewRequestsAnHour * seconds) / 3600));
}

/** Share of answers that are errors of the server's, in percent. */
function errors(group: Targets, seconds: number): Computed {
  const requests = targetMeasure(group, ["requests", "RequestCount", "Sum"]);
  const failed = targetMeasure(group, ["errors", "HTTPCode_Target_5XX_Count", "Sum"]);
  return {
    metrics: [...requests.metrics, ...failed.metrics],
    expression: share(`FILL(${failed.value}, 0)`, requests.value, few(seconds)),
  };
}

/** Share of answers that took longer than the objective, in percent. */
function slowness(group: Targets, seconds: number): Computed {
  const requests = targetMeasure(group, ["requests", "RequestCount", "Sum"]);
  const rank = `PR(:${group.sizes.latencyObjectiveMs / 1000})`;
  const good = targetMeasure(group, ["good", "TargetResponseTime", rank]);
  const percent = group.other === undefined ? good.value : weighed("good", "requests", requests.value);
  return {
    metrics: [...requests.metrics, ...good.metrics],
    expression: `IF(${requests.value} >= ${few(seconds)}, 100 - ${percent}, 0)`,
  };
}

/** A share of both groups' requests together: each group's counts by how many it had. */
function weighed(shared: string, count: string, all: string): string {
  const part = (id: string, of: string): string => `FILL(${id}, 0) * FILL(${of}, 0)`;
  return `(${part(shared, count)} + ${part(otherId(shared), otherId(count))}) / ${all}`;
}
