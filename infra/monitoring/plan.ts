import { capacityDashboardOf } from "./capacity-dashboards";
import type { PlannedDashboard } from "./dashboard-body";
import { foundations, overviewDashboard } from "./overview-dashboards";
import { workloadDashboards } from "./workload-dashboards";
import { planBroken, planEnvironment, type PlannedComposite, planUnwell } from "./composites";
import { planHeartbeats } from "./heartbeat";
import type { MonitoringArgs } from "./monitoring-args";
import { planObjectives } from "./objectives";
import { planAlarms, type PlannedAlarm } from "./planned-alarm";
import { planEvents, type PlannedEvent } from "./planned-event";
import { planTelemetry, type TelemetryPlan } from "./planned-telemetry";
import { planMutes, type PlannedMute } from "./planned-mute";
import { topicThings } from "./topic-things";
import { undeliveredThing } from "./undelivered";

/** Everything that a monitoring layer is to build. */
export interface MonitoringPlan {
  /** An alarm for each thing that can go wrong, each window of each promise, and each way of telling. */
  readonly alarms: readonly PlannedAlarm[];
  /** Alarms over alarms, each after those that it looks at. */
  readonly composites: readonly PlannedComposite[];
  /** Windows in which nobody is called. */
  readonly mutes: readonly PlannedMute[];
  /** What has no metric. */
  readonly events: readonly PlannedEvent[];
  /** How workloads are looked into. */
  readonly telemetry: TelemetryPlan;
  /** Where people look. */
  readonly dashboards: readonly PlannedDashboard[];
}

/** Plans everything that a monitoring layer is to build, out of what is watched. */
export function planMonitoring(args: MonitoringArgs): MonitoringPlan {
  const { scope, sizes, owner, criticality } = args;
  const way = undeliveredThing(args);
  const subjects = [...args.subjects, way, ...topicThings(args)];
  const troubles = planAlarms(scope, subjects, sizes.overrides);
  const groups = subjects.flatMap((thing) => (thing.kind === "target-group" ? [thing] : []));
  const windows = planObjectives(scope, groups, sizes.objectives ?? {});
  const alarms = [...troubles, ...windows, ...planHeartbeats(scope, subjects, way)];
  const unwell = planUnwell(scope, troubles);
  const composites = [
    ...unwell,
    ...planBroken(scope, windows),
    ...planEnvironment(scope, unwell, troubles, { owner, criticality }),
  ];
  return {
    alarms,
    composites,
    mutes: planMutes(scope, sizes.mutes, { alarms, composites }),
    dashboards: [
      overviewDashboard({ scope, subjects, composites }),
      ...foundations({ scope, subjects, composites }),
      ...capacityDashboardOf({ subjects, capacities: args.capacities }),
      ...workloadDashboards({ scope, subjects, uses: args.uses, composites }),
    ],
    telemetry: planTelemetry(scope, subjects, args.telemetry),
    events: planEvents(scope, criticality, { subjects, accountEvents: sizes.accountEvents }),
  };
}
