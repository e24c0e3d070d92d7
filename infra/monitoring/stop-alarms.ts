import { criticalities } from "../core/criticality";
import type { PlannedAlarm } from "./planned-alarm";

/** Alarms that one experiment stops by; source: Fault Injection Service quotas, 2026-11. */
const mostStopAlarms = 5;

/** What tells by itself that users suffer now, by kind and word: first of the front door as a whole, then of workloads behind it. */
const suffering = [
  ["load-balancer", "own-errors"],
  ["load-balancer", "refused-connections"],
  ["canary", "unreachable"],
  ["target-group", "errors"],
] as const;

/**
 * Alarms by which whatever tries something on purpose has to stop, by their names in every environment: as many as an experiment
 * takes, of what the business depends on most. A composite cannot be one of them: AWS looks for metric alarms only.
 */
export function stopLabels(alarms: readonly PlannedAlarm[]): readonly string[] {
  return suffering
    .flatMap(([kind, word]) => {
      const found = alarms.filter((alarm) => alarm.thing.kind === kind && alarm.word === word);
      return criticalities.flatMap((criticality) =>
        found.filter(({ thing }) => thing.criticality === criticality),
      );
    })
    .slice(0, mostStopAlarms)
    .map(({ label }) => label);
}
