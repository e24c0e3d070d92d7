import type { Criticality } from "../core/criticality";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { PlannedWindow } from "./objectives";
import { deployingWord, type PlannedAlarm, workloadOf } from "./planned-alarm";
import type { RunbookWord } from "../core/runbook-words";
import { type Severity, severityOf, type Urgency } from "./severity";

/** Alarms that one composite may look at, and characters of its rule; source: CloudWatch API, PutCompositeAlarm, 2026-11. */
export const compositeLimits = { children: 100, ruleLength: 10_240 };

/** An alarm over alarms that is to be built. */
export interface PlannedComposite {
  /** Its name in every environment. */
  readonly label: string;
  /** Its name in AWS. */
  readonly name: string;
  /** What it means when it fires. */
  readonly meaning: string;
  /** Workload that it is about; nothing where it is about the environment. */
  readonly workload: string | undefined;
  /** Who answers for it. */
  readonly owner: string;
  /** How much the business depends on it. */
  readonly criticality: Criticality;
  /** Who is told. */
  readonly tells: Severity;
  /** What to do. */
  readonly runbook: RunbookWord;
  /** Names of the alarms that it looks at. */
  readonly children: readonly string[];
  /** When it fires. */
  readonly rule: string;
  /** Name of the alarm that stands for a deployment, during which nobody is told. */
  readonly suppressor: string | undefined;
}

/** What a composite's name, words and receivers are made of. */
type Words = Pick<PlannedComposite, "meaning" | "workload" | "owner" | "criticality" | "runbook"> & {
  readonly label: string;
  readonly urgency: Urgency;
};

function composite(
  scope: Scope,
  { urgency, ...words }: Words,
  [children, rule]: readonly [readonly string[], string],
  suppressor?: string,
): PlannedComposite {
  const { label, criticality } = words;
  const name = physicalName("alarm", scope, label);
  return { ...words, name, tells: severityOf(urgency, criticality), children, rule, suppressor };
}

const firing = (name: string): string => `ALARM("${name}")`;

/** A rule that is met where any alarm fires. */
function anyOf(names: readonly string[]): string {
  return names.map(firing).join(" OR ");
}

/** "The service is unwell", one for each service and fleet: any of its outages. */
export function planUnwell(scope: Scope, alarms: readonly PlannedAlarm[]): readonly PlannedComposite[] {
  return workloads(alarms).map(({ name: workload, owner, criticality }) => {
    const own = alarms.filter(({ thing }) => workloadOf(thing) === workload);
    const children = own.filter(({ urgency }) => urgency === "outage").map(({ name }) => name);
    const words = {
      label: `unwell-${workload}`,
      meaning: `${workload} is unwell`,
      workload,
      owner,
      criticality,
    };
    return composite(
      scope,
      { ...words, urgency: "outage", runbook: "restart-service" },
      [children, anyOf(children)],
      own.find(({ word }) => word === deployingWord)?.name,
    );
  });
}

function workloads(alarms: readonly PlannedAlarm[]): readonly PlannedAlarm["thing"][] {
  return [...new Set(alarms.map(({ thing }) => thing))].filter(
    ({ kind }) => kind === "service" || kind === "fleet",
  );
}

/** "The promise is being broken", fast and slowly, one for each workload behind the front door: in both windows at once. */
export function planBroken(scope: Scope, windows: readonly PlannedWindow[]): readonly PlannedComposite[] {
  const workloadNames = [...new Set(windows.map(({ workload }) => workload))];
  return workloadNames.flatMap((workload) =>
    (["fast", "slow"] as const).flatMap((burn) => {
      const own = windows.filter((each) => each.workload === workload && each.burn === burn);
      const [first] = own;
      if (first === undefined) return [];
      const namesOf = (promise: PlannedWindow["promise"]): readonly string[] =>
        own.filter((each) => each.promise === promise).map(({ name }) => name);
      const both = (names: readonly string[]): string => `(${names.map(firing).join(" AND ")})`;
      const [availability, latency] = [namesOf("availability"), namesOf("latency")];
      const { owner, criticality } = first.thing;
      return composite(
        scope,
        {
          label: `objective-${workload}-${burn}`,
          meaning: `${workload} misses its objectives, and ${burn === "fast" ? "will have used up its budget within two days" : "will not last the month"}`,
          ...{ workload, owner, criticality, runbook: "roll-back-service" },
          urgency: burn === "fast" ? "outage" : "risk",
        },
        [[...availability, ...latency], `${both(availability)} OR ${both(latency)}`],
      );
    }),
  );
}

/**
 * "The environment is unwell": any workload is, or what all of them stand on. It calls nobody louder than those do, and is
 * the one lamp of the environment.
 */
export function planEnvironment(
  scope: Scope,
  unwell: readonly PlannedComposite[],
  alarms: readonly PlannedAlarm[],
  who: Pick<PlannedComposite, "owner" | "criticality">,
): readonly PlannedComposite[] {
  const shared = ["load-balancer", "database-cluster", "database-instance", "event-bus"];
  const below = alarms.filter(({ thing, urgency }) => urgency === "outage" && shared.includes(thing.kind));
  const children = [...unwell, ...below].map(({ name }) => name);
  if (children.length === 0) return [];
  const words = {
    label: "unwell",
    meaning: `The environment ${scope.environment} is unwell: see which of its parts`,
    workload: undefined,
    ...who,
  };
  return [
    composite(scope, { ...words, urgency: "hint", runbook: "switch-region" }, [children, anyOf(children)]),
  ];
}
