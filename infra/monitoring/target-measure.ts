import { ofBoth, otherId } from "../core/both-groups";
import type { Metric, Of } from "./alarm-entry";

/** What the balancer measures of a workload: of its target group, or of both between which ECS moves its requests. */
export interface TargetMeasure {
  /** The metrics, a group's each. */
  readonly metrics: readonly Metric[];
  /** What they say together, as an expression over them. */
  readonly value: string;
}

/**
 * A metric of the balancer for a workload.
 *
 * @param join - How the two groups' values become one.
 */
export function targetMeasure(
  { dimensions, other }: Of<"target-group">,
  [id, metricName, stat]: readonly [id: string, metricName: string, stat: string],
  join: "SUM" | "MAX" = "SUM",
): TargetMeasure {
  const one: Metric = { id, namespace: "AWS/ApplicationELB", metricName, stat, dimensions };
  if (other === undefined) return { metrics: [one], value: id };
  return {
    metrics: [one, { ...one, id: otherId(id), dimensions: other }],
    value: ofBoth(join, id),
  };
}

/** The expression that an alarm on one measure needs: none, where it is one metric as it is. */
export function valueOf({ metrics, value }: TargetMeasure): string | undefined {
  return metrics.length === 1 ? undefined : value;
}
