import type { MonitoringArgs } from "./monitoring-args";
import { planAlarms, type PlannedAlarm } from "./planned-alarm";
import { undeliveredThing } from "./undelivered";

/** Everything that a monitoring layer is to build. */
export interface MonitoringPlan {
  /** An alarm for each thing that can go wrong. */
  readonly alarms: readonly PlannedAlarm[];
}

/** Plans everything that a monitoring layer is to build, out of what is watched. */
export function planMonitoring(args: MonitoringArgs): MonitoringPlan {
  const { scope, sizes } = args;
  const subjects = [...args.subjects, undeliveredThing(args)];
  return { alarms: planAlarms(scope, subjects, sizes.overrides) };
}
