import type * as pulumi from "@pulumi/pulumi";

import type { Region } from "../core/region";

/**
 * What one dashboard may hold.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html, 2026-11
 */
export const dashboardLimits = {
  widgets: 500,
  metricsOfWidget: 500,
  metrics: 2500,
  alarmsOfWidget: 100,
  bytes: 1_048_576,
} as const;

/** Columns that a dashboard has. */
export const columns = 24;

/** A line of a graph: a metric, or an expression over metrics of the graph. */
export type Line =
  | {
      readonly kind: "metric";
      /** Id that expressions use; unique in its graph. */
      readonly id: string;
      /** Namespace. */
      readonly namespace: string;
      /** Name. */
      readonly metricName: string;
      /** Dimensions. */
      readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
      /** Statistic. */
      readonly stat: string;
      /** What people read. */
      readonly label: string;
      /** Whether it is drawn, or only computed with. */
      readonly visible: boolean;
      /** Region, where it is not the dashboard's. */
      readonly region?: Region;
    }
  | {
      readonly kind: "expression";
      /** Id, unique in its graph. */
      readonly id: string;
      /** Metric math. */
      readonly expression: string;
      /** What people read. */
      readonly label: string;
    };

/** A value that is drawn as a level: a threshold, an objective, what is installed. */
export interface Level {
  /** What people read. */
  readonly label: string;
  /** Value. */
  readonly value: number;
}

/** Something to see. */
export type Widget =
  | { readonly kind: "text"; readonly markdown: string; readonly height: number; readonly width?: number }
  | {
      readonly kind: "alarms";
      readonly title: string;
      /** ARNs. */
      readonly alarms: readonly string[];
      readonly height: number;
      readonly width?: number;
    }
  | {
      readonly kind: "graph";
      readonly title: string;
      readonly lines: readonly Line[];
      readonly levels: readonly Level[];
      /** Seconds that one point stands for. */
      readonly periodSeconds: number;
      readonly height: number;
      readonly width: number;
    };

/** A part of a dashboard, with its title. */
export interface Section {
  /** Title. */
  readonly title: string;
  /** What is seen, from left to right; what does not fit into a row begins the next. */
  readonly widgets: readonly Widget[];
}

/** A dashboard that is to be built. */
export interface PlannedDashboard {
  /** Its name in every environment. */
  readonly label: string;
  /** Time that is shown at first, as ISO 8601 writes it: `-PT3H`. */
  readonly start: string;
  /** Its parts. */
  readonly sections: readonly Section[];
}

/** A widget in its place. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly widget: Widget;
}

/** Puts the widgets of a dashboard into their places: each part below the one before, and nothing over anything else. */
export function place(sections: readonly Section[]): readonly Placed[] {
  const placed: Placed[] = [];
  let y = 0;
  for (const { title, widgets } of sections) {
    const heading: Widget = { kind: "text", markdown: `## ${title}`, height: 1 };
    placed.push({ x: 0, y, width: columns, height: 1, widget: heading });
    y += 1;
    let x = 0;
    let tallest = 0;
    for (const widget of widgets) {
      const width = Math.min(columns, widget.width ?? columns);
      if (x + width > columns) {
        x = 0;
        y += tallest;
        tallest = 0;
      }
      placed.push({ x, y, width, height: widget.height, widget });
      x += width;
      tallest = Math.max(tallest, widget.height);
    }
    y += tallest;
  }
  return placed;
}

/** What one page of a dashboard is filled with before the next begins: a little less than CloudWatch shows. */
const page = { widgets: 400, metrics: 2000 } as const;

/**
 * A dashboard in as many pages as it takes, each within what CloudWatch shows: a business that grows has more of them, and
 * nothing disappears.
 */
export function paginate({ label, start, sections }: PlannedDashboard): readonly PlannedDashboard[] {
  const pages: Section[][] = [[]];
  let [widgets, metrics] = [0, 0];
  for (const { title, widgets: all } of sections) {
    for (const widget of all) {
      const lines = widget.kind === "graph" ? widget.lines.length : 0;
      if (widgets + 2 > page.widgets || metrics + lines > page.metrics) {
        pages.push([]);
        [widgets, metrics] = [0, 0];
      }
      widgets += 1 + Number(append(pages.at(-1) ?? [], title, widget));
      metrics += lines;
    }
  }
  return pages.map((parts, index) => ({
    label: index === 0 ? label : `${label}-${index + 1}`,
    start,
    sections: parts,
  }));
}

/** Adds a widget to the section of its title; says whether that section had to be begun. */
function append(sections: Section[], title: string, widget: Widget): boolean {
  const last = sections.at(-1);
  if (last?.title === title) {
    sections[sections.length - 1] = { title, widgets: [...last.widgets, widget] };
    return false;
  }
  sections.push({ title, widgets: [widget] });
  return true;
}

/** Says what of a dashboard is more than CloudWatch shows; empty where it fits. */
export function dashboardMistakes({ label, sections }: PlannedDashboard): readonly string[] {
  const placed = place(sections);
  const counts = placed.map(({ widget }) => (widget.kind === "graph" ? widget.lines.length : 0));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(0, ...counts);
  const lamps = Math.max(
    0,
    ...placed.map(({ widget }) => (widget.kind === "alarms" ? widget.alarms.length : 0)),
  );
  const { widgets, metricsOfWidget, metrics, alarmsOfWidget } = dashboardLimits;
  return [
    ...over(placed.length, widgets, "widgets"),
    ...over(most, metricsOfWidget, "metrics in a widget"),
    ...over(all, metrics, "metrics"),
    ...over(lamps, alarmsOfWidget, "alarms in a widget"),
  ].map((mistake) => `dashboard "${label}": ${mistake}`);
}

function over(given: number, most: number, what: string): readonly string[] {
  return given > most ? [`${given} ${what}; ${most} are allowed`] : [];
}

/** How a line of a graph is written down. */
type LineForm = (line: Line) => readonly unknown[];

/** Body of a dashboard, as CloudWatch reads it once its values are known. */
export function dashboardBody(dashboard: PlannedDashboard, region: Region): object {
  return written(dashboard, region, lineBody);
}

/**
 * What stands where on a dashboard, and what its graphs call their lines: the body without the metrics themselves, whose
 * dimensions AWS may not have assigned yet.
 */
export function dashboardOutline(dashboard: PlannedDashboard, region: Region): object {
  return written(dashboard, region, (line) => [{ label: line.label, visible: isDrawn(line) }]);
}

function isDrawn(line: Line): boolean {
  return line.kind === "expression" || line.visible;
}

function written({ start, sections }: PlannedDashboard, region: Region, form: LineForm): object {
  return {
    start,
    periodOverride: "inherit",
    widgets: place(sections).map(({ x, y, width, height, widget }) => ({
      ...{ x, y, width, height },
      ...widgetBody(widget, region, form),
    })),
  };
}

function widgetBody(widget: Widget, region: Region, form: LineForm): object {
  switch (widget.kind) {
    case "text":
      return { type: "text", properties: { markdown: widget.markdown, background: "transparent" } };
    case "alarms":
      return { type: "alarm", properties: { title: widget.title, alarms: widget.alarms } };
    case "graph":
      return {
        type: "metric",
        properties: {
          title: widget.title,
          view: "timeSeries",
          stacked: false,
          region,
          period: widget.periodSeconds,
          metrics: widget.lines.map(form),
          yAxis: { left: { min: 0 } },
          ...(widget.levels.length === 0 ? {} : { annotations: { horizontal: widget.levels } }),
        },
      };
  }
}

function lineBody(line: Line): readonly unknown[] {
  if (line.kind === "expression") {
    const { id, expression, label } = line;
    return [{ id, expression, label }];
  }
  const { namespace, metricName, dimensions, id, stat, label, visible, region } = line;
  return [
    namespace,
    metricName,
    ...Object.entries(dimensions).flat(),
    { id, stat, label, visible, ...(region === undefined ? {} : { region }) },
  ];
}
