import type { Monitored } from "../core/monitored";
import type { Metric } from "./alarm-entry";
import { type Severity, severities } from "./severity";

/** When everybody who is told anything is told that the way still works: Mondays, from 8:00 to 8:05 UTC. */
export const heartbeatTime = { day: 1, hour: 8, minutes: 5 };

/** An alarm that fires once a week, by the same way as all others. */
export interface PlannedHeartbeat {
  /** Severity whose way it tests. */
  readonly severity: Severity;
  /** Metric that is always measured; only its time counts. */
  readonly metric: Metric;
  /** One at the appointed time, nothing else. */
  readonly expression: string;
}

/** Plans a heartbeat for each severity. Its metric is that of a log that is always written, or of all logs together. */
export function planHeartbeats(subjects: readonly Monitored[]): readonly PlannedHeartbeat[] {
  const log = subjects.find((thing) => thing.kind === "log-group" && thing.quiet !== true);
  const metric: Metric = {
    id: "clock",
    namespace: "AWS/Logs",
    metricName: "IncomingLogEvents",
    stat: "Sum",
    dimensions: log?.kind === "log-group" ? log.dimensions : {},
  };
  const { day, hour, minutes } = heartbeatTime;
  const expression = `IF(DAY(clock) == ${day} AND HOUR(clock) == ${hour} AND MINUTE(clock) < ${minutes}, 1, 0)`;
  return severities.map((severity) => ({ severity, metric, expression }));
}
