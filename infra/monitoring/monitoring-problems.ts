import type { Monitored } from "../core/monitored";
import type { Problem } from "../core/problem";
import { alarmCatalogue } from "./alarm-catalogue";
import { classProblems } from "./class-facts";
import { compositeLimits } from "./composites";
import { dashboardMistakes } from "./dashboard-body";
import type { MonitoringArgs, MonitoringSizes } from "./monitoring-args";
import { muteProblems, mutedAlarms } from "./mute-schedule";
import { type MonitoringPlan, planMonitoring } from "./plan";
import { labelOf, planAlarms, type PlannedAlarm, workloadOf } from "./planned-alarm";
import { severities } from "./severity";
import { subscriptionProblems } from "./subscription-problems";

/** Names that sizes may speak of. */
export interface KnownNames {
  /** Services and fleets behind the front door, which promise something. */
  readonly promising: readonly string[];
  /** Everything that a mute may be about. */
  readonly mutable: readonly string[];
}

/**
 * Everything that is wrong with what a monitoring layer is asked for: things whose size is not known, two things with one
 * alarm, and all that sizes get wrong.
 */
export function monitoringProblems(args: MonitoringArgs): readonly Problem[] {
  const things = subjectProblems(args);
  const names = knownNames(args.subjects);
  const sizes = sizeProblems(args.sizes, names);
  if (things.length > 0) return [...things, ...sizes];
  if (sizes.length > 0) {
    return [...sizes, ...overrideNameProblems(args.sizes, planAlarms(args.scope, args.subjects))];
  }
  const plan = planMonitoring(args);
  return [...overrideNameProblems(args.sizes, plan.alarms), ...planProblems(plan)];
}

/** What is wrong with sizes by themselves, given the names that the catalogue has. */
export function sizeProblems(sizes: MonitoringSizes, names: KnownNames): readonly Problem[] {
  return [
    ...severities.flatMap((severity) => subscriptionProblems(severity, sizes.subscriptions[severity])),
    ...objectiveProblems(sizes, names.promising),
    ...overrideProblems(sizes),
    ...Object.entries(sizes.mutes).flatMap(([name, mute]) => muteProblems(name, mute, names.mutable)),
  ];
}

/** Names of the watched things that sizes may speak of. */
function knownNames(subjects: readonly Monitored[]): KnownNames {
  const own = subjects.flatMap(({ kind, name }) =>
    ["service", "fleet", "table", "cache", "database-cluster", "database-instance"].includes(kind)
      ? [name]
      : [],
  );
  return {
    promising: subjects.flatMap((thing) => (thing.kind === "target-group" ? [thing.workload] : [])),
    mutable: [...new Set([...own, ...subjects.flatMap((thing) => workloadOf(thing) ?? [])])],
  };
}

function subjectProblems({ scope, subjects }: MonitoringArgs): readonly Problem[] {
  const seen = new Map<string, number>();
  return subjects.flatMap((thing, index) => {
    const label = labelOf(scope, thing, "");
    const first = seen.get(label);
    seen.set(label, index);
    const twice: readonly Problem[] =
      first === undefined
        ? []
        : [
            {
              path: ["subjects", index, "name"],
              given: `"${thing.name}"`,
              allowed: `a name that no other ${thing.kind} has; subjects[${first}] has it`,
            },
          ];
    const unowned: readonly Problem[] =
      thing.owner.trim() === ""
        ? [{ path: ["subjects", index, "owner"], given: '""', allowed: "a team" }]
        : [];
    return [...twice, ...unowned, ...classProblems(["subjects", index, "sizes"], thing)];
  });
}

function objectiveProblems(
  { objectives = {} }: MonitoringSizes,
  promising: readonly string[],
): readonly Problem[] {
  return Object.entries(objectives).flatMap(([workload, { availabilityPercent }]) => {
    const path = ["sizes", "objectives", workload];
    const unknown: readonly Problem[] = promising.includes(workload)
      ? []
      : [
          {
            path,
            given: `"${workload}"`,
            allowed: `a workload behind the front door: ${promising.join(", ")}`,
          },
        ];
    // At 100 % nothing may fail, so that every error would call somebody; below 50 % nothing is promised.
    const beyond: readonly Problem[] =
      availabilityPercent >= 50 && availabilityPercent <= 99.999
        ? []
        : [
            {
              path: [...path, "availabilityPercent"],
              given: String(availabilityPercent),
              allowed: "50 to 99.999",
            },
          ];
    return [...unknown, ...beyond];
  });
}

/** What a name of an alarm has to be, and what its threshold may be, as far as the catalogue of alarms tells. */
function overrideProblems({ overrides = {} }: MonitoringSizes): readonly Problem[] {
  return Object.entries(overrides).flatMap(([label, { threshold, reason }]) => {
    const path = ["sizes", "overrides", label];
    const entry = entryOfLabel(label);
    if (entry === undefined) {
      const kinds = Object.keys(alarmCatalogue).join(", ");
      return [
        {
          path,
          given: `"${label}"`,
          allowed: `<kind>-<name>-<what goes wrong>, such as service-orders-cpu; kinds: ${kinds}`,
        },
      ];
    }
    const reach = reachOf(entry);
    return [
      ...(reach.holds(threshold)
        ? []
        : [{ path: [...path, "threshold"], given: String(threshold), allowed: reach.words }]),
      ...(reason.trim() === "" ? [{ path: [...path, "reason"], given: '""', allowed: "one sentence" }] : []),
    ];
  });
}

type Compared = Pick<PlannedAlarm, "unit" | "comparison">;

/** Thresholds that a value of the unit can be beyond, so that the alarm can fire, and fall back from, so that it can end. */
export function reachOf({ unit, comparison }: Compared): {
  readonly words: string;
  holds(threshold: number): boolean;
} {
  const upper = unit === "percent" ? 100 : Number.MAX_SAFE_INTEGER;
  const downwards = comparison.startsWith("<");
  const from = comparison === ">" || comparison === "<=" ? 0 : Number.MIN_VALUE;
  const to = comparison === ">" || comparison === "<=" ? upper * (1 - Number.EPSILON) : upper;
  const words = unit === "percent" ? "0 to 100" : "0 or more";
  const beyond = downwards ? "values below it" : "values above it";
  return {
    words: `${words}, with ${beyond} that can be measured`,
    holds: (threshold) => Number.isFinite(threshold) && threshold >= from && threshold <= to,
  };
}

function entryOfLabel(label: string): Compared | undefined {
  for (const [kind, entries] of Object.entries(alarmCatalogue)) {
    const shortest = (word: string): number => `${kind}-x-${word}`.length;
    const entry = entries.find(
      ({ word }) =>
        label.startsWith(`${kind}-`) && label.endsWith(`-${word}`) && label.length >= shortest(word),
    );
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function overrideNameProblems(
  { overrides = {} }: MonitoringSizes,
  alarms: readonly PlannedAlarm[],
): readonly Problem[] {
  const labels = new Set(alarms.map(({ label }) => label));
  return Object.keys(overrides)
    .filter((label) => !labels.has(label) && entryOfLabel(label) !== undefined)
    .map((label) => ({
      path: ["sizes", "overrides", label],
      given: `"${label}"`,
      allowed: "the name of an alarm that there is: <kind>-<name>-<what goes wrong>",
    }));
}

/** What is too much for CloudWatch, though each part is fine by itself. */
function planProblems({ composites, mutes, dashboards }: MonitoringPlan): readonly Problem[] {
  return [
    ...dashboards.flatMap(dashboardMistakes).map((given) => ({
      path: ["subjects"],
      given,
      allowed: "as many things as dashboards can show",
    })),
    ...composites.flatMap(({ label, children, rule }) => {
      const { children: most, ruleLength } = compositeLimits;
      if (children.length <= most && rule.length <= ruleLength) return [];
      return [
        {
          path: ["subjects"],
          given: `${children.length} alarms of ${rule.length} characters for "${label}"`,
          allowed: `${most} alarms, in ${ruleLength} characters`,
        },
      ];
    }),
    ...mutes.flatMap(({ word, alarms }) =>
      alarms.length >= 1 && alarms.length <= mutedAlarms
        ? []
        : [
            {
              path: ["sizes", "mutes", word, "about"],
              given: `things with ${alarms.length} alarms`,
              allowed: `things with 1 to ${mutedAlarms} alarms`,
            },
          ],
    ),
  ];
}
