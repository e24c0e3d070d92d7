import type { Line, PlannedDashboard, Widget } from "../../../infra/monitoring/dashboard-body";
import type { Of } from "../../../infra/monitoring/alarm-entry";
import type { MonitoringArgs } from "../../../infra/monitoring";
import type { MonitoringPlan } from "../../../infra/monitoring/plan";
import { dashboardOf, type PlannedAlarm } from "../../../infra/monitoring/planned-alarm";

type Graph = Extract<Widget, { readonly kind: "graph" }>;

/** What the front page answers, in order: its parts, and the graphs of each. */
export const frontPage: readonly (readonly [string, readonly string[]])[] = [
  ["dev: is it well?", ["words", "Workloads", "Objectives"]],
  [
    "Front door",
    [
      ...["front-door: own errors (percent)", "orders: errors (percent)", "orders: slow (seconds)"],
      ...[
        "orders: too few healthy targets (count)",
        "front-door: unreachable (percent)",
        "front-door: slow pages (percent)",
        "front-door: script errors (count)",
        "front-door: many refusals (percent)",
      ],
      "front-door: expires (days)",
    ],
  ],
  [
    "Workloads",
    [
      ...["orders: CPU (percent)", "orders: memory (percent)", "orders: too few tasks (count)"],
      ...["planning: CPU (percent)", "planning: too few instances (count)"],
    ],
  ],
  [
    "What waits, and what was given up",
    [
      ...["dev-order-placed_orders: age (seconds)", "Dead letter queues: letters (count)"],
      "dev-fulfilment: failed (count)",
    ],
  ],
  [
    "Stores",
    [
      ...["sales: load (load)", "workshop: load (load)", "stock: throttled (count)"],
      "prices: memory (percent)",
    ],
  ],
  [
    "Backups, quotas and cost",
    ["backup jobs (a day)", "quotas of the account (percent)", "cost of the account (USD)"],
  ],
];

/** Lines that a workload behind the front door is read by: how much is asked, how it answers, how fast. */
const answers = [
  ...["RequestCount Sum", "HTTPCode_Target_5XX_Count Sum", "HTTPCode_Target_4XX_Count Sum"],
  ...["TargetResponseTime p50", "TargetResponseTime p90", "TargetResponseTime p99"],
];

/** Lines by which what is installed is compared with what is used, by kind. */
const used: Readonly<Record<string, readonly string[]>> = {
  service: ["CPUUtilization Average", "MemoryUtilization Average", "CPUUtilization SampleCount"],
  fleet: ["CPUUtilization Average", "mem_used_percent Average", "GroupInServiceInstances Average"],
  "database-cluster": ["DBLoad Average", "FreeableMemory Minimum"],
  "database-instance": ["DBLoad Average", "FreeableMemory Minimum", "FreeStorageSpace Minimum"],
  cache: ["DatabaseMemoryUsagePercentage Average"],
  table: ["ConsumedReadCapacityUnits Sum", "ConsumedWriteCapacityUnits Sum"],
};

function widgetsOf({ sections }: PlannedDashboard): readonly Widget[] {
  return sections.flatMap(({ widgets }) => widgets);
}

function graphsOf(dashboard: PlannedDashboard): readonly Graph[] {
  return widgetsOf(dashboard).flatMap((widget) => (widget.kind === "graph" ? [widget] : []));
}

/** A line as it is told apart from others: what is measured of what, and how. */
function key(
  line: Pick<Extract<Line, { kind: "metric" }>, "namespace" | "metricName" | "dimensions" | "stat">,
): string {
  return JSON.stringify([line.namespace, line.metricName, line.stat, line.dimensions]);
}

/** What a graph draws, read once: its metrics, and what it computes of them, whatever thing it is about. */
interface Drawn {
  readonly metrics: ReadonlySet<string>;
  readonly expressions: readonly string[];
}

const read = new WeakMap<Graph, Drawn>();

function drawnBy(graph: Graph): Drawn {
  const known = read.get(graph);
  if (known !== undefined) return known;
  const drawn = {
    metrics: new Set(graph.lines.flatMap((line) => (line.kind === "metric" ? [key(line)] : []))),
    expressions: graph.lines.flatMap((line) =>
      line.kind === "expression" ? [line.expression.replaceAll(/\b([a-z]\w*)_\d+\b/g, "$1")] : [],
    ),
  };
  read.set(graph, drawn);
  return drawn;
}

/** Whether a graph draws what an alarm looks at: its metrics, what it computes of them, and its threshold where it has one. */
function draws(graph: Graph, alarm: PlannedAlarm): boolean {
  const { metrics, expressions } = drawnBy(graph);
  const computes =
    alarm.expression === undefined ? expressions.length === 0 : expressions.includes(alarm.expression);
  return (
    computes &&
    (graph.levels.length === 0 || graph.levels.some(({ value }) => value === alarm.threshold)) &&
    alarm.metrics.every((metric) => metrics.has(key(metric)))
  );
}

/** Alarms of the catalogue; windows of promises and heartbeats have lamps, and no graph of their own. */
function ofCatalogue(alarms: readonly PlannedAlarm[]): readonly PlannedAlarm[] {
  return alarms.filter(({ word }) => word !== "heartbeat" && !/^(availability|latency)-/.test(word));
}

/** Everything is drawn among what lies beneath, but workloads and their way to the front door. */
function beneath({ thing }: PlannedAlarm): readonly string[] {
  return ["service", "fleet", "target-group"].includes(thing.kind) ? [] : ["foundations"];
}

/** What is larger than its use is seen where sizes are chosen, too. */
function sizing({ word }: PlannedAlarm): readonly string[] {
  return word === "low-use" ? ["capacity"] : [];
}

function undrawn({ alarms, dashboards }: MonitoringPlan, { uses }: MonitoringArgs): readonly string[] {
  const shows = (label: string, alarm: PlannedAlarm): boolean =>
    dashboards.some(
      (dashboard) => dashboard.label === label && graphsOf(dashboard).some((graph) => draws(graph, alarm)),
    );
  const using = (alarm: PlannedAlarm): readonly string[] =>
    Object.entries(uses).flatMap(([workload, dependencies]) =>
      dependencies.some(({ kind, name }) => alarm.thing.kind.startsWith(kind) && alarm.thing.name === name)
        ? [`workload-${workload}`]
        : [],
    );
  return ofCatalogue(alarms).flatMap((alarm) =>
    [dashboardOf(alarm.thing), ...beneath(alarm), ...sizing(alarm), ...using(alarm)]
      .filter((label) => !shows(label, alarm))
      .map((label) => `${alarm.label} is not drawn on ${label}`),
  );
}

function isDrawn(line: Line): boolean {
  return line.kind === "expression" || line.visible;
}

/** Whether a line that is drawn computes with this one: of two groups, people see what they say together. */
function isComputedWith(line: Line, all: readonly Line[]): boolean {
  return all.some(
    (other) => other.kind === "expression" && new RegExp(`\\b${line.id}\\b`).test(other.expression),
  );
}

function unread({ dashboards }: MonitoringPlan, { subjects }: MonitoringArgs): readonly string[] {
  const missing = (
    { label, seen }: { readonly label: string; readonly seen: typeof isComputedWith },
    name: string,
    wanted: readonly string[],
    dimensions: object,
  ): readonly string[] => {
    const values = new Set(Object.values(dimensions));
    const lines = dashboards
      .filter((dashboard) => dashboard.label === label)
      .flatMap(graphsOf)
      .flatMap(({ lines: all }) => all.filter((line) => seen(line, all)))
      .flatMap((line) => (line.kind === "metric" ? [line] : []))
      .filter((line) => Object.values(line.dimensions).some((value) => values.has(value)))
      .map(({ metricName, stat }) => `${metricName} ${stat}`);
    return wanted.filter((line) => !lines.includes(line)).map((line) => `${label} has no ${line} of ${name}`);
  };
  const answering = (thing: Of<"target-group">): readonly string[] => {
    const label = `workload-${thing.workload}`;
    const { name, dimensions, other } = thing;
    if (other === undefined) return missing({ label, seen: isDrawn }, name, answers, dimensions);
    return [dimensions, other].flatMap((group) =>
      missing({ label, seen: isComputedWith }, name, answers, { TargetGroup: group.TargetGroup }),
    );
  };
  return subjects.flatMap((thing) => [
    ...(thing.kind === "target-group" ? answering(thing) : []),
    ...missing(
      { label: "capacity", seen: isDrawn },
      thing.name,
      used[thing.kind] ?? [],
      thing.kind === "cache"
        ? thing.nodes
        : thing.kind === "database-cluster"
          ? [thing.writer, ...Object.values(thing.dimensions)]
          : thing.dimensions,
    ),
  ]);
}

/** Hours that tasks had and used are computed of what each task says every minute: how often, and how much. */
function uncounted({ dashboards }: MonitoringPlan, { subjects }: MonitoringArgs): readonly string[] {
  const graphs = dashboards.filter(({ label }) => label === "capacity").flatMap(graphsOf);
  const counts = (graph: Graph, metricName: string, dimensions: object): boolean =>
    ["SampleCount", "Sum"].every((stat) =>
      graph.lines.some(
        (line) =>
          line.kind === "metric" &&
          line.metricName === metricName &&
          line.stat === stat &&
          line.dimensions === dimensions,
      ),
    ) &&
    ["installed", "used"].every((word) =>
      graph.lines.some((line) => line.kind === "expression" && line.label === word),
    );
  return subjects
    .filter(({ kind }) => kind === "service")
    .flatMap(({ name, dimensions }) =>
      ["CPUUtilization", "MemoryUtilization"]
        .filter((metricName) => !graphs.some((graph) => counts(graph, metricName, dimensions)))
        .map((metricName) => `capacity counts no hours by ${metricName} of ${name}`),
    );
}

function unlit({ composites, dashboards }: MonitoringPlan): readonly string[] {
  const lit = (label: string, name: string): boolean =>
    dashboards
      .filter((dashboard) => dashboard.label === label)
      .flatMap(widgetsOf)
      .some((widget) => widget.kind === "alarms" && widget.alarms.some((arn) => arn.endsWith(`:${name}`)));
  return composites.flatMap(({ name, workload }) =>
    ["overview", ...(workload === undefined ? [] : [`workload-${workload}`])]
      .filter((label) => !lit(label, name))
      .map((label) => `${label} has no lamp of ${name}`),
  );
}

function unsaid({ dashboards }: MonitoringPlan, { subjects, capacities }: MonitoringArgs): readonly string[] {
  const words = (label: string): string =>
    dashboards
      .filter((dashboard) => dashboard.label === label)
      .flatMap(widgetsOf)
      .flatMap((widget) => (widget.kind === "text" ? [widget.markdown] : []))
      .join();
  const overview = dashboards.find(({ label }) => label === "overview");
  // Of whose graph it is depends on how many there are.
  const answer = (title: string): string => title.replace(/^[^:]+: /, "");
  const front = (overview?.sections ?? []).map(({ title, widgets }) => [
    title,
    widgets.map((widget) => (widget.kind === "text" ? "words" : answer(widget.title))),
  ]);
  return [
    ...(JSON.stringify(front) ===
    JSON.stringify(frontPage.map(([title, titles]) => [title, titles.map(answer)]))
      ? []
      : ["the front page does not answer what it should"]),
    ...dashboards
      .filter(({ label }) => label !== "overview" && !words("overview").includes(`-${label})`))
      .map(({ label }) => `the front page does not lead to ${label}`),
    ...subjects
      .filter(({ kind }) => kind === "service" || kind === "fleet")
      .filter(({ name, owner }) => !words(`workload-${name}`).includes(owner))
      .map(({ name }) => `the dashboard of ${name} names no owner`),
    ...capacities
      .filter(({ name }) => !words("capacity").includes(`| ${name} |`))
      .map(({ name }) => `capacity does not tell what is installed of ${name}`),
  ];
}

/** A row of the published page: what can go wrong with a kind of thing, and what to do. */
interface Promised {
  readonly kind: string;
  readonly word: string;
  readonly runbook: string;
}

function promised(page: string): readonly Promised[] {
  let kind = "";
  return page.split("\n").flatMap((line) => {
    kind = /^##+ (.+)$/.exec(line)?.[1] ?? kind;
    const cells = line.split("|").map((cell) => cell.trim());
    const runbook = /^`(.+)`$/.exec(cells.at(-2) ?? "")?.[1];
    return runbook === undefined ? [] : [{ kind, word: cells[1] ?? "", runbook }];
  });
}

/** What the published page says and the plan does not hold, and the other way round; a runbook is part of what it says. */
function unpromised({ alarms, events }: MonitoringPlan, page: string): readonly string[] {
  const written = new Set(promised(page).map(({ kind, word, runbook }) => `${kind} ${word}: ${runbook}`));
  const held = new Set([
    ...ofCatalogue(alarms).map(({ thing, word, runbook }) => `${thing.kind} ${word}: ${runbook}`),
    ...events.map(({ entry: { word, runbook } }) => `By events ${word}: ${runbook}`),
  ]);
  return [
    ...[...written].filter((row) => !held.has(row)).map((row) => `promised, and not there: ${row}`),
    ...[...held].filter((row) => !written.has(row)).map((row) => `there, and on no page: ${row}`),
  ];
}

/** What is watched, and cannot be seen: not drawn, without a lamp, or without what it is read by. */
export function unseen(plan: MonitoringPlan, args: MonitoringArgs): readonly string[] {
  return [...undrawn(plan, args), ...unread(plan, args), ...uncounted(plan, args), ...unlit(plan)];
}

/** Everything that a plan of watching leaves out. */
export function gaps(plan: MonitoringPlan, args: MonitoringArgs, page: string): readonly string[] {
  return [...unpromised(plan, page), ...unseen(plan, args), ...unsaid(plan, args)];
}
