import type { WorkflowStep } from "./workflow-spec";

type Steps = Readonly<Record<string, WorkflowStep>>;

/** A way from a step to another one. */
export interface Way {
  /** Way from the step to the word that names the other one. */
  readonly path: readonly string[];
  /** Name of the other step. */
  readonly to: string;
  /** Whether the step has failed on this way, so that there is no answer of it. */
  readonly failed: boolean;
}

/** All ways that lead from a step; none where it ends the run. */
export function waysFrom(step: WorkflowStep): readonly Way[] {
  const way = (to: string, ...path: readonly string[]): Way => ({ path, to, failed: false });
  switch (step.kind) {
    case "ask":
    case "call":
    case "publish":
      return [way(step.next, "next"), { ...way(step.onFailure, "onFailure"), failed: true }];
    case "wait":
      return [way(step.next, "next")];
    case "choose":
      return [
        ...Object.entries(step.cases).map(([value, to]) => way(to, "cases", value)),
        way(step.otherwise, "otherwise"),
      ];
    case "succeed":
    case "fail":
      return [];
  }
}

/** Steps that can be reached from the first one, itself included. Ways to steps that do not exist are passed over. */
export function reachable(steps: Steps, startAt: string): ReadonlySet<string> {
  return closure(own(steps, startAt) === undefined ? [] : [startAt], (name) =>
    waysOf(steps, name).map(({ to }) => to),
  );
}

/** Steps from which some way leads to the end of the run. All others are in a loop that never ends. */
export function ending(steps: Steps): ReadonlySet<string> {
  const names = Object.keys(steps);
  const before = new Map<string, string[]>();
  for (const name of names) {
    for (const { to } of waysOf(steps, name)) before.set(to, [...(before.get(to) ?? []), name]);
  }
  const ends = names.filter((name) => waysOf(steps, name).length === 0);
  return closure(ends, (name) => before.get(name) ?? []);
}

/** Whether a step leaves an answer under its name. */
export function answers(step: WorkflowStep): boolean {
  return step.kind === "ask" || step.kind === "call";
}

/**
 * For each step that can be reached, the steps whose answers are there whichever way the run came: those that every way
 * passes and leaves without failing.
 */
export function answersAt(steps: Steps, startAt: string): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>();
  if (own(steps, startAt) !== undefined) known.set(startAt, new Set());
  const open = [...known.keys()];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const here = known.get(name) ?? new Set<string>();
    for (const { to, failed } of waysOf(steps, name)) {
      const before = known.get(to);
      const common = shared(before, failed ? here : withAnswer(here, steps, name));
      if (before?.size === common.size) continue;
      known.set(to, common);
      open.push(to);
    }
  }
  return known;
}

function withAnswer(here: ReadonlySet<string>, steps: Steps, name: string): ReadonlySet<string> {
  const step = own(steps, name);
  return step !== undefined && answers(step) ? new Set([...here, name]) : here;
}

function shared(before: ReadonlySet<string> | undefined, there: ReadonlySet<string>): ReadonlySet<string> {
  return before === undefined ? there : new Set([...before].filter((step) => there.has(step)));
}

function waysOf(steps: Steps, name: string): readonly Way[] {
  const step = own(steps, name);
  return step === undefined ? [] : waysFrom(step).filter(({ to }) => own(steps, to) !== undefined);
}

function own(steps: Steps, name: string): WorkflowStep | undefined {
  return Object.hasOwn(steps, name) ? steps[name] : undefined;
}

function closure(start: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(start);
  for (const name of found) for (const other of next(name)) found.add(other);
  return found;
}
