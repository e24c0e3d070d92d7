import type { Comparison } from "../../../infra/monitoring/alarm-entry";
import type { PlannedAlarm } from "../../../infra/monitoring/planned-alarm";
import { evaluate, type Sample, type Series } from "./metric-math";

/** State of an alarm, as CloudWatch names it. */
export type State = "OK" | "ALARM" | "INSUFFICIENT_DATA";

type Judged = Pick<
  PlannedAlarm,
  "metrics" | "expression" | "comparison" | "threshold" | "patience" | "missing"
>;

const compare: Readonly<Record<Comparison, (value: number, threshold: number) => boolean>> = {
  ">": (value, threshold) => value > threshold,
  ">=": (value, threshold) => value >= threshold,
  "<": (value, threshold) => value < threshold,
  "<=": (value, threshold) => value <= threshold,
};

/** What an alarm compares, one value a period. */
function judged({ metrics, expression }: Judged, sample: Sample): Series {
  const [metric] = metrics;
  if (expression !== undefined) return evaluate(expression, sample);
  return sample.series[metric?.id ?? ""] ?? sample.times.map(() => undefined);
}

/**
 * State of an alarm at the end of a series, given the one before: CloudWatch looks at the last periods, and where fewer were
 * measured than it looks at, it takes the rest as the alarm says.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html, 2026-11
 */
export function stateOf(alarm: Judged, sample: Sample, before: State = "OK"): State {
  const { patience, missing, threshold, comparison } = alarm;
  const isBad = (value: number): boolean => compare[comparison](value, threshold);
  const periods = judged(alarm, sample).slice(-patience.of);
  const measured = periods.flatMap((value) => value ?? []);
  const absent = patience.of - measured.length;
  const bad = measured.filter(isBad).length + (missing === "breaching" ? absent : 0);
  if (bad >= patience.bad) return "ALARM";
  if (measured.length === 0 && missing === "missing") return "INSUFFICIENT_DATA";
  return missing === "missing" && absent > 0 && before === "ALARM" && bad > 0 ? before : "OK";
}

/** Whether the rule of an alarm over alarms is met, given the states of those. */
export function isMet(rule: string, stateOfAlarm: (name: string) => State): boolean {
  const logic = rule.replaceAll(/ALARM\("([^"]+)"\)/g, (_, name: string) =>
    stateOfAlarm(name) === "ALARM" ? "1" : "0",
  );
  return evaluate(logic, { series: {}, times: [new Date(0)] })[0] !== 0;
}
