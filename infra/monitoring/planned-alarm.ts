import type { Monitored } from "../core/monitored";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import { entriesOf } from "./alarm-catalogue";
import type { Comparison, Metric, Missing, Patience, Unit } from "./alarm-entry";
import type { OverrideSpec } from "./monitoring-args";
import { plainName } from "./plain-name";
import type { RunbookWord } from "../core/runbook-words";
import { type Severity, severityOf, type Urgency } from "./severity";

/** An alarm that is to be built. */
export interface PlannedAlarm {
  /** Its name in every environment: kind, thing and what goes wrong. */
  readonly label: string;
  /** Its name in AWS. */
  readonly name: string;
  /** The thing that is watched. */
  readonly thing: Monitored;
  /** What goes wrong, as the catalogue names it. */
  readonly word: string;
  /** What it means when it fires, in one sentence without a full stop. */
  readonly meaning: string;
  /** Whether users suffer. */
  readonly urgency: Urgency;
  /** Who is told when it fires; nobody where only composites look at it. */
  readonly tells: Severity | undefined;
  /** What to do. */
  readonly runbook: RunbookWord;
  /** Unit of the threshold. */
  readonly unit: Unit;
  /** How values are compared. */
  readonly comparison: Comparison;
  /** The threshold. */
  readonly threshold: number;
  /** How long it may be bad. */
  readonly patience: Patience;
  /** What no data means. */
  readonly missing: Missing;
  /** Metrics that it looks at. */
  readonly metrics: readonly Metric[];
  /** Metric math over them; nothing where the one metric is compared as it is. */
  readonly expression: string | undefined;
  /** Why the threshold is not the one that follows from sizes; nothing where it is. */
  readonly override: string | undefined;
}

/** Plans an alarm for each thing that can go wrong with each subject. */
export function planAlarms(
  scope: Scope,
  subjects: readonly Monitored[],
  overrides: Readonly<Record<string, OverrideSpec>> = {},
): readonly PlannedAlarm[] {
  return subjects.flatMap((thing) =>
    entriesOf(thing).map((entry): PlannedAlarm => {
      const { word, meaning, urgency, runbook, unit, comparison, patience, missing } = entry;
      const label = labelOf(scope, thing, word);
      const override = Object.hasOwn(overrides, label) ? overrides[label] : undefined;
      return {
        ...{ label, name: physicalName("alarm", scope, label), thing, word, meaning, urgency, runbook, unit },
        ...{ comparison, patience, missing },
        tells: tellsOf(thing, entry.word, urgency),
        threshold: override?.threshold ?? entry.threshold(thing),
        override: override?.reason,
        metrics: entry.metrics(thing),
        expression: entry.expression?.(thing),
      };
    }),
  );
}

/** What goes wrong, as the catalogue names it, while a deployment is under way: nothing. */
export const deployingWord = "deploying";

/** A deployment is no trouble, so that nobody is told; and a workload's composite tells of its outages, once for all. */
function tellsOf(thing: Monitored, word: string, urgency: Urgency): Severity | undefined {
  if (word === deployingWord) return undefined;
  return urgency === "outage" && workloadOf(thing) !== undefined
    ? "notice"
    : severityOf(urgency, thing.criticality);
}

/** Name of an alarm, the same in every environment. */
export function labelOf({ environment }: Scope, { kind, name }: Monitored, word: string): string {
  return `${kind}-${plainName(environment, name)}-${word}`;
}

/** Workload that suffers first when a thing has trouble; nothing where it is many, or none. */
export function workloadOf(thing: Monitored): string | undefined {
  switch (thing.kind) {
    case "service":
    case "fleet":
      return thing.name;
    case "target-group":
    case "call":
    case "queue":
    case "log-group":
      return thing.workload;
    default:
      return undefined;
  }
}

/** Dashboard on which a thing is seen: its workload's, or that of what lies beneath all of them. */
export function dashboardOf(thing: Monitored): string {
  const workload = workloadOf(thing);
  return workload === undefined ? foundationsDashboard : workloadDashboard(workload);
}

/** Name of the dashboard of the environment, as links have it. */
export const environmentDashboard = "overview";

/** Name of the dashboard of what all workloads stand on, as links have it. */
export const foundationsDashboard = "foundations";

/** Name of the dashboard of a workload, as links have it. */
export function workloadDashboard(workload: string): string {
  return `workload-${workload}`;
}
