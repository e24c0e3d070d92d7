import type { Monitored } from "../core/monitored";
import type { PlannedDashboard, Section, Widget } from "./dashboard-body";
import { allTroubles, type Look, measureGraph } from "./dashboard-graphs";
import { lamps, linkTo } from "./dashboard-words";
import type { Dependency, MonitoringArgs } from "./monitoring-args";
import { environmentDashboard, workloadDashboard, workloadOf } from "./planned-alarm";
import { type TargetMeasure, targetMeasure } from "./target-measure";

/** All graphs have the width of the page, one below the other, so that one moment is one vertical line through all. */
const axis: Look = { width: 24, height: 4 };

/** What a dashboard of workloads is made of. */
export type WorkloadDashboardArgs = Pick<MonitoringArgs, "scope" | "subjects" | "uses"> & {
  /** Names in AWS of the alarms over alarms of each workload. */
  readonly composites: readonly { readonly name: string; readonly workload: string | undefined }[];
};

/** A dashboard for each workload: from the balancer through it to what it depends on, on one axis of time. */
export function workloadDashboards(args: WorkloadDashboardArgs): readonly PlannedDashboard[] {
  return args.subjects.flatMap((thing) =>
    thing.kind === "service" || thing.kind === "fleet" ? [dashboard(thing, args)] : [],
  );
}

function dashboard(workload: Monitored, args: WorkloadDashboardArgs): PlannedDashboard {
  const { name } = workload;
  const own = args.subjects.filter((thing) => workloadOf(thing) === name);
  const groups = own.filter(({ kind }) => kind === "target-group");
  const queues = own.filter(({ kind }) => kind === "queue");
  const calls = own.filter(({ kind }) => kind === "call");
  const logs = own.filter(({ kind }) => kind === "log-group");
  const sections: readonly Section[] = [
    { title: name, widgets: headline(workload, args) },
    { title: "Balancer: how it answers", widgets: groups.flatMap(answering) },
    { title: "Workload: what it takes", widgets: allTroubles([workload], axis) },
    { title: "Queues: what waits for it", widgets: queues.length === 0 ? [] : allTroubles(queues, axis) },
    { title: "Calls: what other services answer it", widgets: allTroubles(calls, axis) },
    ...dependencySections(args.uses[name] ?? [], args.subjects),
    { title: "Logs: what it says", widgets: allTroubles(logs, axis) },
  ];
  return {
    label: workloadDashboard(name),
    start: "-PT3H",
    sections: sections.filter(({ widgets }) => widgets.length > 0),
  };
}

function headline(workload: Monitored, { scope, composites }: WorkloadDashboardArgs): readonly Widget[] {
  const names = composites.flatMap((each) => (each.workload === workload.name ? [each.name] : []));
  const markdown = [
    `**Owner:** ${workload.owner} · **criticality:** ${workload.criticality} · ${linkTo(scope, environmentDashboard, "the environment")}`,
    "Read downwards: where the first graph bends is where the trouble begins.",
  ].join("\n\n");
  return [
    { kind: "text", markdown, height: 2 },
    ...(names.length === 0 ? [] : [lamps(scope, "Is it well?", names, 2)]),
  ];
}

function answering(group: Monitored): readonly Widget[] {
  if (group.kind !== "target-group") return [];
  const sum = (id: string, metricName: string): TargetMeasure =>
    targetMeasure(group, [id, metricName, "Sum"]);
  const duration = (stat: string): readonly [string, TargetMeasure] => [
    stat,
    targetMeasure(group, [stat, "TargetResponseTime", stat], "MAX"),
  ];
  const objective = { label: "objective", value: group.sizes.latencyObjectiveMs / 1000 };
  return [
    measureGraph(
      "requests, and errors among them (count a minute)",
      [
        ["requests", sum("requests", "RequestCount")],
        ["errors of the server", sum("errors", "HTTPCode_Target_5XX_Count")],
        ["errors of the client", sum("refused", "HTTPCode_Target_4XX_Count")],
      ],
      axis,
    ),
    measureGraph("time to answer (seconds)", [duration("p50"), duration("p90"), duration("p99")], axis, [
      objective,
    ]),
    ...allTroubles([group], axis),
  ];
}

const kindsOf: Readonly<Record<Dependency["kind"], readonly Monitored["kind"][]>> = {
  database: ["database-cluster", "database-instance"],
  table: ["table"],
  cache: ["cache"],
  bucket: ["bucket"],
  partner: ["partner"],
};

function dependencySections(uses: readonly Dependency[], subjects: readonly Monitored[]): readonly Section[] {
  return uses.flatMap(({ kind, name }) =>
    subjects
      .filter((thing) => kindsOf[kind].includes(thing.kind) && thing.name === name)
      .map((thing) => ({ title: `${kind} ${name}: what it waits for`, widgets: allTroubles([thing], axis) })),
  );
}
