import type { Monitored } from "../../core/monitored";
import { physicalName } from "../../core/names";
import type { Scope } from "../../core/scope";
import type { OperationsArgs } from "../operations-args";

/** Name in AWS of the group of the schedules. */
export function scheduleGroupName(scope: Scope): string {
  return physicalName("schedule-group", scope, "game-days");
}

/** Name in AWS of the log of experiments. */
export function experimentLogName(scope: Scope): string {
  return physicalName("vended-log-group", scope, "fis/game-days");
}

/** What of game days is watched. It is known before it is built, since what watches is built first. */
export function gameDayThings({
  scope,
  owner,
  criticality,
  logRetentionDays,
}: Pick<OperationsArgs, "scope" | "owner" | "criticality" | "logRetentionDays">): readonly Monitored[] {
  const thing = { family: "monitored", owner, criticality } as const;
  const log = experimentLogName(scope);
  return [
    {
      ...thing,
      ...{ kind: "schedule-group", name: "game-days" },
      dimensions: { ScheduleGroup: scheduleGroupName(scope) },
    },
    {
      ...thing,
      ...{ kind: "log-group", name: log, quiet: true },
      dimensions: { LogGroupName: log },
      sizes: { retentionDays: logRetentionDays },
    },
  ];
}
