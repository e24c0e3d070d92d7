import { criticalities } from "../core/criticality";
import type { Monitored } from "../core/monitored";
import {
  dashboardLimits,
  type Line,
  paginate,
  type PlannedDashboard,
  type Section,
  type Widget,
} from "./dashboard-body";
import { allTroubles, type Look, titleOf, troubleGraph } from "./dashboard-graphs";
import { lamps, linkTo } from "./dashboard-words";
import type { MonitoringArgs } from "./monitoring-args";
import { environmentDashboard, foundationsDashboard, workloadDashboard } from "./planned-alarm";

const third: Look = { width: 8, height: 6 };

/** Name of the dashboard of installed and used capacity, as links have it. */
export const capacityDashboard = "capacity";

/** What the dashboards of an environment are made of. */
export type OverviewArgs = Pick<MonitoringArgs, "scope" | "subjects"> & {
  /** Names in AWS of all alarms over alarms. */
  readonly composites: readonly { readonly name: string; readonly label: string }[];
};

type Kind = Monitored["kind"];

/** Front page: is the environment well, what is promised, what waits, what it costs. */
export function overviewDashboard(args: OverviewArgs): PlannedDashboard {
  const { scope, subjects, composites } = args;
  const of = (...kinds: readonly Kind[]): readonly Monitored[] =>
    mostImportant(subjects.filter(({ kind }) => kinds.includes(kind)));
  const graph = (word: string, ...kinds: readonly Kind[]): readonly Widget[] =>
    troubleGraph(of(...kinds), word, third);
  const unwell = composites.flatMap(({ label, name }) => (label.startsWith("unwell") ? [name] : []));
  const objectives = composites.flatMap(({ label, name }) => (label.startsWith("objective") ? [name] : []));
  const sections: readonly Section[] = [
    {
      title: `${scope.environment}: is it well?`,
      widgets: [
        introduction(args),
        ...lampsOf(args, "Workloads", unwell),
        ...lampsOf(args, "Objectives", objectives),
      ],
    },
    {
      title: "Front door",
      widgets: [
        ...graph("own-errors", "load-balancer"),
        ...["errors", "slow", "too-few-healthy-targets"].flatMap((word) => graph(word, "target-group")),
        ...graph("unreachable", "canary"),
        ...["slow-pages", "script-errors"].flatMap((word) => graph(word, "app-monitor")),
        ...graph("many-refusals", "web-acl"),
        ...graph("expires", "certificate"),
      ],
    },
    {
      title: "Workloads",
      widgets: [
        ...graph("cpu", "service"),
        ...graph("memory", "service"),
        ...graph("too-few-tasks", "service"),
        ...graph("cpu", "fleet"),
        ...graph("too-few-instances", "fleet"),
      ],
    },
    {
      title: "What waits, and what was given up",
      widgets: [
        ...graph("age", "queue"),
        ...graph("letters", "dead-letter-queue"),
        ...graph("failed", "state-machine"),
      ],
    },
    {
      title: "Stores",
      widgets: [
        ...graph("load", "database-cluster"),
        ...graph("load", "database-instance"),
        ...graph("throttled", "table"),
        ...graph("memory", "cache"),
      ],
    },
    { title: "Backups, quotas and cost", widgets: [backups(scope.environment), quotas(), cost()] },
  ];
  return { label: environmentDashboard, start: "-PT12H", sections: filled(sections) };
}

/** Things of a graph of the front page; the others are on their own pages. */
const frontPageThings = 30;

/** What the business depends on most, in the order in which it is declared otherwise. */
function mostImportant(things: readonly Monitored[]): readonly Monitored[] {
  return criticalities
    .flatMap((word) => things.filter(({ criticality }) => criticality === word))
    .slice(0, frontPageThings);
}

/** Everything beneath the workloads, a row for each kind: nothing that is watched is without a place to be seen. */
export function foundations({ subjects }: OverviewArgs): readonly PlannedDashboard[] {
  const kinds = [...new Set(subjects.map(({ kind }) => kind))].filter(
    (kind) => !["service", "fleet", "target-group"].includes(kind),
  );
  const sections = kinds.map((kind) => ({
    title: titleOf(kind),
    widgets: allTroubles(
      subjects.filter((thing) => thing.kind === kind),
      third,
    ),
  }));
  return paginate({ label: foundationsDashboard, start: "-PT12H", sections: filled(sections) });
}

function filled(sections: readonly Section[]): readonly Section[] {
  return sections.filter(({ widgets }) => widgets.length > 0);
}

function lampsOf({ scope }: OverviewArgs, title: string, names: readonly string[]): readonly Widget[] {
  const most = dashboardLimits.alarmsOfWidget;
  const groups = Array.from({ length: Math.ceil(names.length / most) }, (_, index) =>
    names.slice(index * most, (index + 1) * most),
  );
  return groups.map((group) => lamps(scope, title, group, Math.max(2, Math.ceil(group.length / 6) + 1)));
}

function introduction({ scope, subjects }: OverviewArgs): Widget {
  const workloads = subjects.flatMap(({ kind, name }) =>
    kind === "service" || kind === "fleet" ? [linkTo(scope, workloadDashboard(name), name)] : [],
  );
  const markdown = [
    `**Workloads:** ${workloads.join(" · ")}`,
    `**Beneath them:** ${linkTo(scope, foundationsDashboard, "network, stores, queues, logs")} · **Installed and used:** ${linkTo(scope, capacityDashboard, "capacity")}`,
    "A red lamp names its runbook in its description.",
  ].join("\n\n");
  return { kind: "text", markdown, height: 3 };
}

/** Jobs of the vaults of the environment, whatever their names. */
function backups(environment: string): Widget {
  const search = (metricName: string): string =>
    `SUM(SEARCH('{AWS/Backup,BackupVaultName} BackupVaultName="${environment}-" MetricName="${metricName}"', 'Sum', 86400))`;
  const lines: readonly Line[] = [
    { kind: "expression", id: "done", label: "done", expression: search("NumberOfBackupJobsCompleted") },
    { kind: "expression", id: "failed", label: "failed", expression: search("NumberOfBackupJobsFailed") },
  ];
  return { kind: "graph", title: "backup jobs (a day)", lines, levels: [], periodSeconds: 86_400, ...third };
}

/** Quotas that scaling meets first; CloudWatch knows their limits itself. */
function quotas(): Widget {
  const usage = (id: string, label: string, service: string): readonly Line[] => [
    {
      ...{
        kind: "metric",
        id,
        label,
        visible: false,
        namespace: "AWS/Usage",
        metricName: "ResourceCount",
        stat: "Maximum",
      },
      dimensions: { Service: service, Type: "Resource", Resource: "vCPU", Class: "Standard/OnDemand" },
    },
    { kind: "expression", id: `${id}share`, label, expression: `100 * ${id} / SERVICE_QUOTA(${id})` },
  ];
  const lines = [...usage("fargate", "vCPU of Fargate", "Fargate"), ...usage("ec2", "vCPU of EC2", "EC2")];
  const levels = [{ label: "alarm", value: 80 }];
  return {
    kind: "graph",
    title: "quotas of the account (percent)",
    lines,
    levels,
    periodSeconds: 300,
    ...third,
  };
}

/** Billing is measured in us-east-1 alone, for the account as a whole. */
function cost(): Widget {
  const lines: readonly Line[] = [
    {
      ...{ kind: "metric", id: "cost", label: "this month", visible: true, stat: "Maximum" },
      ...{ namespace: "AWS/Billing", metricName: "EstimatedCharges", dimensions: { Currency: "USD" } },
      region: "us-east-1",
    },
  ];
  return {
    kind: "graph",
    title: "cost of the account (USD)",
    lines,
    levels: [],
    periodSeconds: 21_600,
    ...third,
  };
}
