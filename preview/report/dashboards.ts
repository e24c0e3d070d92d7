import { isWireList, isWireObject, type Wire, type WireObject } from "../../simulator/wire";
import type { PreviewedResource } from "../result";

/** A widget of a dashboard in the report, where it stands and what a person reads on it. */
export interface PageWidget {
  readonly kind: "text" | "metric" | "alarm";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Words of a text; nothing elsewhere. */
  readonly markdown: string;
  /** What a graph calls the lines that it draws, or the alarms that are shown as lamps. */
  readonly labels: readonly string[];
  /** Levels that a graph draws across. */
  readonly levels: readonly { readonly label: string; readonly value: number }[];
}

/** A dashboard in the report. */
export interface PageDashboard {
  /** Its place in the list of resources. */
  readonly resource: number;
  readonly name: string;
  readonly widgets: readonly PageWidget[];
}

const dashboardType = "aws:cloudwatch/dashboard:Dashboard";

/**
 * Every dashboard of a stack whose layout is known before an update: from its body or, where a value in the body is not
 * known yet, from what the program tells of it through a component of a type that ends in `:KnownParts`.
 */
export function pageDashboards(resources: readonly PreviewedResource[]): readonly PageDashboard[] {
  const told = knownBodies(resources);
  return resources.flatMap(({ type, urn, name, inputs }, resource) => {
    if (type !== dashboardType) return [];
    const widgets = objects(bodyOf(inputs.dashboardBody ?? "") ?? told.get(urn)?.widgets);
    const shown = text(inputs.dashboardName) || name;
    return widgets.length === 0 ? [] : [{ resource, name: shown, widgets: widgets.map(pageWidget) }];
  });
}

function knownBodies(resources: readonly PreviewedResource[]): ReadonlyMap<string, WireObject> {
  const entries = resources
    .filter(({ type }) => type.endsWith(":KnownParts"))
    .flatMap(({ inputs }) => objects(inputs.resources));
  return new Map(
    entries.flatMap(({ urn, inputs }) => {
      const body = object(inputs).dashboardBody;
      return isWireObject(body) ? [[text(urn), body] as const] : [];
    }),
  );
}

/** Widgets of a body that is known; nothing where it is not, or is no JSON. */
function bodyOf(body: Wire): Wire | undefined {
  try {
    // Whatever it is, only objects and lists of it are looked into.
    return object(JSON.parse(text(body)) as Wire).widgets;
  } catch {
    return undefined;
  }
}

function pageWidget(widget: WireObject): PageWidget {
  const { type, x, y, width, height } = widget;
  const properties = object(widget.properties);
  const annotations = object(properties.annotations);
  const kind = type === "text" || type === "alarm" ? type : "metric";
  return {
    kind,
    ...{ x: number(x), y: number(y), width: number(width), height: number(height) },
    title: text(properties.title),
    markdown: text(properties.markdown),
    labels: kind === "alarm" ? list(properties.alarms).map(alarmName) : lineLabels(properties.metrics),
    levels: objects(annotations.horizontal).map(({ label, value }) => ({
      label: text(label),
      value: number(value),
    })),
  };
}

/** Last part of an alarm's ARN. */
function alarmName(arn: Wire): string {
  return text(arn).split(":").at(-1) ?? "";
}

/** Labels of the lines that are drawn: of a metric its own, where no other was given. */
function lineLabels(metrics: Wire | undefined): readonly string[] {
  const labels = list(metrics).flatMap((line) => {
    const words = list(line);
    const options = object(words.at(-1));
    if (options.visible === false) return [];
    return [text(options.label) || text(words[1])];
  });
  return [...new Set(labels)].filter((label) => label !== "");
}

function object(value: Wire | undefined): WireObject {
  return isWireObject(value) ? value : {};
}

function list(value: Wire | undefined): readonly Wire[] {
  return isWireList(value) ? value : [];
}

function objects(value: Wire | undefined): readonly WireObject[] {
  return list(value).filter(isWireObject);
}

function text(value: Wire | undefined): string {
  return typeof value === "string" ? value : "";
}

function number(value: Wire | undefined): number {
  return typeof value === "number" ? value : 0;
}
