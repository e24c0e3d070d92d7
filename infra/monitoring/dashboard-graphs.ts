import type { Monitored } from "../core/monitored";
import { entriesOf } from "./alarm-catalogue";
import type { AlarmEntry, Metric } from "./alarm-entry";
import type { Level, Line, Widget } from "./dashboard-body";
import type { TargetMeasure } from "./target-measure";

/** How a graph looks. */
export interface Look {
  /** Columns that it takes. */
  readonly width: number;
  /** Rows that it takes. */
  readonly height: number;
}

/** Lines that people can still tell apart, more or less, and far fewer than CloudWatch draws. */
const mostLines = 200;

/** Seconds that one point of a graph stands for, where nothing else is said. */
const minute = 60;

/**
 * Graph of what one alarm of the catalogue looks at, for any number of things: a line for each, and the threshold where all
 * have the same.
 */
export function troubleGraph(things: readonly Monitored[], word: string, look: Look): readonly Widget[] {
  const found = things.flatMap((thing) => {
    const entry = entriesOf(thing).find((each) => each.word === word);
    return entry === undefined ? [] : [{ thing, entry }];
  });
  const [first] = found;
  if (first === undefined) return [];
  const { kind, name } = first.thing;
  const title = `${things.length === 1 ? name : titleOf(kind)}: ${asRead(word)} (${first.entry.unit})`;
  const levels = commonLevel(found);
  const { patience } = first.entry;
  const periodSeconds = Math.max(minute, Math.min(patience.periodSeconds, 3600));
  const groups = grouped(found.map(({ thing, entry }, index) => troubleLines(thing, entry, index)));
  return groups.map((lines, index) => ({
    ...{ kind: "graph", lines, levels, periodSeconds, ...look },
    title: groups.length === 1 ? title : `${title}, ${index + 1} of ${groups.length}`,
  }));
}

/** Lines of many things, in as few graphs as they fit into; those of one thing stay together. */
function grouped(all: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  for (const lines of all) {
    const last = groups.at(-1);
    if (last === undefined || last.length + lines.length > mostLines) groups.push([...lines]);
    else last.push(...lines);
  }
  return groups;
}

/** Graphs of everything that the catalogue looks at in things of one kind. */
export function allTroubles(things: readonly Monitored[], look: Look): readonly Widget[] {
  const words = [...new Set(things.flatMap((thing) => entriesOf(thing).map(({ word }) => word)))];
  return words.flatMap((word) => troubleGraph(things, word, look));
}

/** Graph of metrics of one thing, each as it is. */
export function metricGraph(
  title: string,
  metrics: readonly (readonly [label: string, metric: Metric])[],
  look: Look,
  levels: readonly Level[] = [],
): Widget {
  const measures = metrics.map(
    ([label, metric]) => [label, { metrics: [metric], value: metric.id }] as const,
  );
  return measureGraph(title, measures, look, levels);
}

/** Graph of what the balancer measures of a workload. */
export function measureGraph(
  title: string,
  measures: readonly (readonly [label: string, measure: TargetMeasure])[],
  look: Look,
  levels: readonly Level[] = [],
): Widget {
  const lines = measures.flatMap(([label, { metrics, value }]): Line[] => {
    const visible = metrics.length === 1;
    const own = metrics.map((metric): Line => ({ kind: "metric", visible, label, ...metric }));
    const id = metrics.map((metric) => metric.id).join("And");
    return visible ? own : [...own, { kind: "expression", id, expression: value, label }];
  });
  return { kind: "graph", title, lines, levels, periodSeconds: minute, ...look };
}

function commonLevel(
  found: readonly { readonly thing: Monitored; readonly entry: AlarmEntry<Monitored> }[],
): readonly Level[] {
  const thresholds = new Set(found.map(({ thing, entry }) => entry.threshold(thing)));
  const [only] = thresholds;
  return thresholds.size === 1 && only !== undefined ? [{ label: "alarm", value: only }] : [];
}

/** Lines of one thing; ids are made its own, since all things' lines stand in one graph. */
function troubleLines(thing: Monitored, entry: AlarmEntry<Monitored>, index: number): readonly Line[] {
  const metrics = entry.metrics(thing);
  const expression = entry.expression?.(thing);
  const ownId = (id: string): string => `${id}_${index}`;
  const lines = metrics.map((metric): Line => ({
    ...metric,
    ...{ kind: "metric", id: ownId(metric.id), label: thing.name, visible: expression === undefined },
  }));
  if (expression === undefined) return lines;
  const own = metrics.reduce(
    (text, { id }) => text.replaceAll(new RegExp(`\\b${id}\\b`, "g"), ownId(id)),
    expression,
  );
  return [...lines, { kind: "expression", id: ownId("value"), expression: own, label: thing.name }];
}

/** Kind as people read it, in the plural. */
export function titleOf(kind: Monitored["kind"]): string {
  const words = asRead(kind);
  const plural = words.endsWith("s") ? `${words}es` : `${words.replace(/([^aeiou])y$/, "$1ie")}s`;
  return plural.charAt(0).toUpperCase() + plural.slice(1);
}

/** A hyphenated word as people read it. */
function asRead(word: string): string {
  return word
    .replaceAll("-", " ")
    .replaceAll(/\b(acl|cpu|dns|nat|vpc)\b/g, (letters) => letters.toUpperCase());
}
