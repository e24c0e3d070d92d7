import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { PlannedComposite } from "./composites";
import type { MuteSpec } from "./monitoring-args";
import { type PlannedAlarm, workloadOf } from "./planned-alarm";

/** A window in which nobody is called. */
export interface PlannedMute {
  /** Its name in every environment. */
  readonly word: string;
  /** Its name in AWS. */
  readonly name: string;
  /** When, and about what. */
  readonly spec: MuteSpec;
  /** Names of the alarms that call nobody. */
  readonly alarms: readonly string[];
}

const ownKinds: ReadonlySet<string> = new Set([
  ...["service", "fleet", "table", "cache", "database-cluster", "database-instance"],
]);

/** Plans the windows in which nobody is called: alarms that tell somebody, and composites of the workloads. */
export function planMutes(
  scope: Scope,
  mutes: Readonly<Record<string, MuteSpec>>,
  told: { readonly alarms: readonly PlannedAlarm[]; readonly composites: readonly PlannedComposite[] },
): readonly PlannedMute[] {
  return Object.entries(mutes).map(([word, spec]) => {
    const isAbout = (name: string | undefined): boolean => name !== undefined && spec.about.includes(name);
    const alarms = told.alarms.filter(
      ({ thing, tells }) =>
        tells !== undefined &&
        (isAbout(workloadOf(thing)) || (ownKinds.has(thing.kind) && isAbout(thing.name))),
    );
    const composites = told.composites.filter(({ workload }) => isAbout(workload));
    return {
      word,
      name: physicalName("alarm", scope, `mute-${word}`),
      spec,
      alarms: [...alarms, ...composites].map(({ name }) => name),
    };
  });
}
