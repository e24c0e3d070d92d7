import type { Monitored } from "../core/monitored";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { Metric } from "./alarm-entry";
import type { PlannedAlarm } from "./planned-alarm";
import { severities } from "./severity";

/** When everybody who is told anything is told that the way still works: Mondays, from 8:00 to 8:05 UTC. */
const heartbeatTime = { day: 1, hour: 8, minutes: 5 };

/**
 * Plans an alarm for each severity that fires once a week, by the same way as all others. It asks a metric that is always
 * measured for the time, and for nothing else: that of a log that is always written, or of all logs together.
 *
 * @param way the end of the way, in whose name it is told
 */
export function planHeartbeats(
  scope: Scope,
  subjects: readonly Monitored[],
  way: Monitored,
): readonly PlannedAlarm[] {
  const log = subjects.find((thing) => thing.kind === "log-group" && thing.quiet !== true);
  const clock: Metric = {
    id: "clock",
    namespace: "AWS/Logs",
    metricName: "IncomingLogEvents",
    stat: "Sum",
    dimensions: log?.kind === "log-group" ? log.dimensions : {},
  };
  const { day, hour, minutes } = heartbeatTime;
  return severities.map((severity) => {
    const label = `heartbeat-${severity}`;
    return {
      ...{ label, name: physicalName("alarm", scope, label), thing: way, word: "heartbeat", tells: severity },
      meaning: `All is well: by this way you are told of every ${severity}. Where it does not come on a Monday, the way is broken`,
      urgency: "hint",
      runbook: "break-glass",
      ...{ unit: "count", comparison: ">=", threshold: 1, missing: "notBreaching" },
      patience: { periodSeconds: 300, bad: 1, of: 1 },
      metrics: [clock],
      expression: `IF(DAY(clock) == ${day} AND HOUR(clock) == ${hour} AND MINUTE(clock) < ${minutes}, 1, 0)`,
      override: undefined,
    };
  });
}
