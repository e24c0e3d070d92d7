import { isMap, isScalar, parseDocument, type Scalar } from "yaml";
import * as z from "zod";

import { rightSize, type TaskSize, type TaskUse } from "../../infra/compute/settings";

/** A size of the table that does not fit what is used. */
export interface Resizing {
  /** Service of the catalogue. */
  readonly service: string;
  /** What a task has. */
  readonly from: TaskSize;
  /** What it is proposed to have. */
  readonly to: TaskSize;
  /** Fewest tasks, which pay for it all the time. */
  readonly minimum: number;
}

/** A proposal for a size table. */
export interface RightSizing {
  /** What does not fit. */
  readonly resizings: readonly Resizing[];
  /** Services that nothing was measured of. */
  readonly unmeasured: readonly string[];
  /** Change of the stack's file, as `git apply --unidiff-zero` reads it; empty where everything fits. */
  readonly diff: string;
}

const percent = z.number().gt(0).max(100);

/** What was measured, by service. */
const measurements = z.record(z.string(), z.strictObject({ cpuPercent: percent, memoryPercent: percent }));

/** Where the services stand in a stack's file. */
const services = ["config", "platform:compute", "services"];

/**
 * What the sizes of an environment should be by what is used of them, as a change of the table.
 *
 * @param file name of the stack's file
 * @param text what the file says
 * @param measured what was measured, by service
 * @throws Error where something was measured that is no service of the file, or that is no share of what a task has
 */
export function rightSizing(file: string, text: string, measured: unknown): RightSizing {
  const used = measurements.parse(measured);
  const table = parseDocument(text).getIn(services);
  if (!isMap(table)) throw new Error(`${file} has no ${services.join(", ")}`);
  const names = table.items.map(({ key }) => String(key));
  const strangers = Object.keys(used).filter((name) => !names.includes(name));
  if (strangers.length > 0)
    throw new Error(`${strangers.join(", ")}: no service of ${file}; it has ${names.join(", ")}`);

  const found = names.flatMap((service) => {
    const use = used[service];
    const node = table.get(service);
    return use !== undefined && isMap(node) ? [resized(service, node, use)] : [];
  });
  const edits = found.flatMap((each) => each.edits);
  return {
    resizings: found.filter((each) => each.edits.length > 0).map(({ resizing }) => resizing),
    unmeasured: names.filter((name) => used[name] === undefined),
    diff: diffOf(file, text, edited(text, edits)),
  };
}

/** A number of the file, and what takes its place. */
interface Edit {
  readonly at: number;
  readonly end: number;
  readonly value: number;
}

type Table = Parameters<typeof numberOf>[0];

function resized(
  service: string,
  node: Table,
  use: TaskUse,
): { readonly resizing: Resizing; readonly edits: readonly Edit[] } {
  const [cpu, memory] = [numberOf(node, "cpu"), numberOf(node, "memoryMib")];
  const from = { cpu: cpu.value, memoryMib: memory.value };
  const to = rightSize(from, use);
  return {
    resizing: { service, from, to, minimum: numberOf(node, "minimum").value },
    edits: [edit(cpu, to.cpu), edit(memory, to.memoryMib)].filter(({ value }, index) =>
      index === 0 ? value !== from.cpu : value !== from.memoryMib,
    ),
  };
}

function numberOf(node: { get: (key: string, keepScalar: true) => unknown }, key: string): Scalar<number> {
  const scalar = node.get(key, true);
  if (!isScalar(scalar) || typeof scalar.value !== "number") throw new Error(`${key} has to be a number`);
  return scalar as Scalar<number>;
}

function edit({ range }: Scalar<number>, value: number): Edit {
  const [at = 0, end = 0] = range ?? [];
  return { at, end, value };
}

/** From the end to the beginning, so that places stay where they are. */
function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.at - one.at)
    .reduce((before, { at, end, value }) => before.slice(0, at) + String(value) + before.slice(end), text);
}

/** A number takes no line away and adds none, so that lines stand where they stood. */
function diffOf(file: string, before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const hunks = old.flatMap((line, index) =>
    line === now[index] ? [] : [`@@ -${index + 1},1 +${index + 1},1 @@`, `-${line}`, `+${now[index] ?? ""}`],
  );
  return hunks.length === 0 ? "" : [`--- a/${file}`, `+++ b/${file}`, ...hunks, ""].join("\n");
}

/** The proposal in words, for whoever decides. */
export function describeRightSizing({ resizings, unmeasured }: RightSizing): string {
  const size = ({ cpu, memoryMib }: TaskSize): string => `${cpu / 1024} vCPU and ${memoryMib} MiB`;
  const change = (of: (size: TaskSize) => number): string => {
    const more = resizings.reduce((total, { from, to, minimum }) => total + minimum * (of(to) - of(from)), 0);
    return `${more > 0 ? "+" : ""}${more / 1024}`;
  };
  return [
    ...resizings.map(({ service, from, to }) => `${service}: ${size(from)} become ${size(to)}.`),
    resizings.length === 0
      ? "Every size that was measured fits what is used of it."
      : `At the fewest tasks: ${change(({ cpu }) => cpu)} vCPU and ${change(({ memoryMib }) => memoryMib)} GiB.`,
    ...(unmeasured.length === 0 ? [] : [`Not measured, and left as it is: ${unmeasured.join(", ")}.`]),
  ].join("\n");
}
