import type { Capacity } from "../core/declarations";
import type { Monitored } from "../core/monitored";
import type { Metric } from "./alarm-entry";
import { clusterSize, gib, sizeOfClass } from "./class-facts";
import {
  type Level,
  type Line,
  paginate,
  type PlannedDashboard,
  type Section,
  type Widget,
} from "./dashboard-body";
import { type Look, metricGraph, troubleGraph } from "./dashboard-graphs";
import { lowUseWord } from "./low-use-alarms";
import type { MonitoringArgs } from "./monitoring-args";
import { capacityDashboard } from "./overview-dashboards";

const half: Look = { width: 12, height: 5 };

/** What is installed, and what of it is used: for each workload and store whose size somebody has chosen. */
export function capacityDashboardOf({
  subjects,
  capacities,
}: Pick<MonitoringArgs, "subjects" | "capacities">): readonly PlannedDashboard[] {
  const sections: readonly Section[] = [
    { title: "Installed", widgets: capacities.length === 0 ? [] : [table(capacities)] },
    { title: "Used: services", widgets: ofKind(subjects, "service") },
    { title: "Used: fleets", widgets: ofKind(subjects, "fleet") },
    {
      title: "Used: databases",
      widgets: [...ofKind(subjects, "database-cluster"), ...ofKind(subjects, "database-instance")],
    },
    { title: "Used: caches", widgets: ofKind(subjects, "cache") },
    { title: "Used: tables", widgets: ofKind(subjects, "table") },
    {
      title: "Used, of what scaling aims at: half the size is enough below the line",
      widgets: lowUse(subjects),
    },
  ];
  return paginate({
    label: capacityDashboard,
    start: "-P14D",
    sections: sections.filter(({ widgets }) => widgets.length > 0),
  });
}

/** What the digest tells of low use looks at, a graph for each kind. */
function lowUse(subjects: readonly Monitored[]): readonly Widget[] {
  return (["service", "fleet", "database-instance"] as const).flatMap((kind) =>
    troubleGraph(
      subjects.filter((thing) => thing.kind === kind),
      lowUseWord,
      half,
    ),
  );
}

function table(capacities: readonly Capacity[]): Widget {
  const row = ({ name, vcpu, memoryGib, storageGib, count, minimum, maximum }: Capacity): string =>
    // What has no storage of a fixed size grows, or keeps nothing: a zero would read as if it were full.
    `| ${[name, vcpu, memoryGib, storageGib === 0 ? "–" : storageGib, count, minimum, maximum].join(" | ")} |`;
  const markdown = [
    "| what | vCPU each | memory each (GiB) | storage each (GiB) | now | fewest | most |",
    "| --- | --: | --: | --: | --: | --: | --: |",
    ...capacities.map(row),
  ].join("\n");
  return { kind: "text", markdown, height: Math.max(3, Math.ceil(capacities.length * 0.8) + 2) };
}

function ofKind(subjects: readonly Monitored[], kind: Monitored["kind"]): readonly Widget[] {
  return subjects.filter((thing) => thing.kind === kind).flatMap(usedGraphs);
}

/** Use of a thing, beside what it has. */
function usedGraphs(thing: Monitored): readonly Widget[] {
  switch (thing.kind) {
    case "service":
      return serviceGraphs(thing);
    case "fleet":
      return fleetGraphs(thing);
    case "database-cluster": {
      const { vcpu, memoryGib } = clusterSize(thing.sizes);
      return databaseGraphs(thing, { vcpu, memoryGib });
    }
    case "database-instance":
      return databaseGraphs(thing, sizeOfClass("db", thing.sizes.instanceClass));
    case "cache":
      return [
        metricGraph(
          `${thing.name}: memory used (percent)`,
          thing.nodes.map((node, index) => [
            node,
            used(`n${index}`, ["AWS/ElastiCache", "DatabaseMemoryUsagePercentage"], { CacheClusterId: node }),
          ]),
          half,
          whole,
        ),
      ];
    case "table":
      return tableGraphs(thing);
    default:
      return [];
  }
}

const whole: readonly Level[] = [{ label: "installed", value: 100 }];

/** A metric of what is used, from its namespace and name. */
function used(
  id: string,
  [namespace, metricName]: readonly [string, string],
  dimensions: Metric["dimensions"],
  stat = "Average",
): Metric {
  return { id, namespace, metricName, dimensions, stat };
}

type Thing<K extends Monitored["kind"]> = Extract<Monitored, { readonly kind: K }>;

/** What a graph of hours is about: the metric of its use in percent, and how much of it a task has. */
interface Hours {
  readonly title: string;
  readonly metricName: string;
  readonly each: number;
}

/**
 * Hours of something that tasks had, and hours of it that they used, a point for each hour. Each task says every minute how many
 * percent it uses: how often that was said are minutes of tasks, and its sum is what they used of them.
 */
function hoursGraph(thing: Thing<"service">, { title, metricName, each }: Hours): Widget {
  const metric = (id: string, stat: string): Line => ({
    ...used(id, ["AWS/ECS", metricName], thing.dimensions, stat),
    ...{ kind: "metric", label: id, visible: false },
  });
  return {
    ...{ kind: "graph", title: `${thing.name}: ${title}`, levels: [], periodSeconds: 3600, ...half },
    lines: [
      metric("minutes", "SampleCount"),
      metric("percents", "Sum"),
      { kind: "expression", id: "installed", expression: `minutes * ${each} / 60`, label: "installed" },
      { kind: "expression", id: "used", expression: `percents * ${each} / 6000`, label: "used" },
    ],
  };
}

function serviceGraphs(thing: Thing<"service">): readonly Widget[] {
  const { name, dimensions, sizes } = thing;
  return [
    hoursGraph(thing, { title: "hours of vCPU", metricName: "CPUUtilization", each: sizes.vcpu }),
    hoursGraph(thing, {
      title: "hours of GiB",
      metricName: "MemoryUtilization",
      each: sizes.memoryMib / 1024,
    }),
    metricGraph(
      `${name}: of each task (percent)`,
      [
        ["processors", used("cpu", ["AWS/ECS", "CPUUtilization"], dimensions)],
        ["memory", used("memory", ["AWS/ECS", "MemoryUtilization"], dimensions)],
      ],
      half,
      whole,
    ),
    metricGraph(
      `${name}: tasks`,
      [["running", used("tasks", ["AWS/ECS", "CPUUtilization"], dimensions, "SampleCount")]],
      half,
      [
        { label: "fewest", value: sizes.minimum },
        { label: "most", value: sizes.maximum },
      ],
    ),
  ];
}

function fleetGraphs({ name, dimensions, sizes }: Thing<"fleet">): readonly Widget[] {
  return [
    metricGraph(
      `${name}: of each instance (percent)`,
      [
        ["processors", used("cpu", ["AWS/EC2", "CPUUtilization"], dimensions)],
        ["memory", used("memory", ["CWAgent", "mem_used_percent"], dimensions)],
        ["disk", used("disk", ["CWAgent", "disk_used_percent"], dimensions)],
      ],
      half,
      whole,
    ),
    metricGraph(
      `${name}: instances`,
      [["in service", used("instances", ["AWS/AutoScaling", "GroupInServiceInstances"], dimensions)]],
      half,
      [
        { label: "fewest", value: sizes.minimum },
        { label: "most", value: sizes.maximum },
      ],
    ),
  ];
}

function databaseGraphs(
  thing: Thing<"database-cluster"> | Thing<"database-instance">,
  { vcpu, memoryGib }: { readonly vcpu: number; readonly memoryGib: number },
): readonly Widget[] {
  const { name } = thing;
  const dimensions: Metric["dimensions"] = { ...thing.dimensions };
  const load: Metric["dimensions"] =
    thing.kind === "database-cluster" ? { DBInstanceIdentifier: thing.writer } : dimensions;
  return [
    metricGraph(
      `${name}: sessions at work (processors)`,
      [["used", used("load", ["AWS/RDS", "DBLoad"], load)]],
      half,
      [{ label: "installed", value: vcpu }],
    ),
    metricGraph(
      `${name}: memory left (bytes)`,
      [["left", used("free", ["AWS/RDS", "FreeableMemory"], dimensions, "Minimum")]],
      half,
      [{ label: "installed", value: memoryGib * gib }],
    ),
    ...(thing.kind === "database-instance"
      ? [
          metricGraph(
            `${name}: storage left (bytes)`,
            [["left", used("storage", ["AWS/RDS", "FreeStorageSpace"], dimensions, "Minimum")]],
            half,
            [{ label: "installed", value: thing.sizes.allocatedGib * gib }],
          ),
        ]
      : []),
  ];
}

function tableGraphs({ name, dimensions, sizes: { capacity } }: Thing<"table">): readonly Widget[] {
  const levels: readonly Level[] =
    capacity.kind === "on-demand"
      ? []
      : [
          { label: "most to read", value: capacity.maximumRead * 60 },
          { label: "most to write", value: capacity.maximumWrite * 60 },
        ];
  return [
    metricGraph(
      `${name}: units (a minute)`,
      [
        ["read", used("reads", ["AWS/DynamoDB", "ConsumedReadCapacityUnits"], dimensions, "Sum")],
        ["written", used("writes", ["AWS/DynamoDB", "ConsumedWriteCapacityUnits"], dimensions, "Sum")],
      ],
      half,
      levels,
    ),
  ];
}
