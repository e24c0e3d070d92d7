import { type Path, unless, wholeNumber } from "../core/checks";
import type { Problem } from "../core/problem";
import { nameProblems } from "../core/catalogue-names";
import { longestName } from "./entry-problems";
import { knownName } from "./findings";
import type { IntegrationCatalogue } from "./integration-args";
import { eventListProblems } from "./partner-problems";
import { stepProblems } from "./step-problems";
import { ending, reachable, waysFrom } from "./workflow-graph";
import type { WorkflowSpec } from "./workflow-spec";

/**
 * Longest run of a state machine, in seconds.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html, as of 2026-11
 */
const oneYear = 31_536_000;

/** Names that a run's data holds besides the answers of its steps. */
const takenNames: ReadonlySet<string> = new Set(["id", "type", "time", "data", "lever", "failure"]);

/** Says what is wrong with workflows. */
export function workflowProblems(catalogue: IntegrationCatalogue): readonly Problem[] {
  return Object.entries(catalogue.workflows).flatMap(([name, spec]) => {
    const path = ["catalogue", "workflows", name];
    return [
      ...unless(
        spec.startedBy.length > 0,
        [...path, "startedBy"],
        spec.startedBy,
        "at least one event that starts it",
      ),
      ...eventListProblems([...path, "startedBy"], spec.startedBy, catalogue.events),
      ...wholeNumber([...path, "timeoutSeconds"], spec.timeoutSeconds, [1, oneYear]),
      ...knownName([...path, "startAt"], spec.startAt, spec.steps, "a step"),
      ...Object.keys(spec.steps).flatMap((step) => stepNameProblems([...path, "steps", step], step)),
      ...wayProblems([...path, "steps"], spec),
      ...graphProblems([...path, "steps"], spec),
      ...stepProblems({ name, spec, catalogue, path: [...path, "steps"] }),
    ];
  });
}

function stepNameProblems(path: Path, name: string): readonly Problem[] {
  return [
    ...nameProblems(path, name, longestName),
    ...unless(!takenNames.has(name), path, name, `none of ${[...takenNames].join(", ")}`),
  ];
}

function wayProblems(path: Path, { steps }: WorkflowSpec): readonly Problem[] {
  return Object.entries(steps).flatMap(([name, step]) =>
    waysFrom(step).flatMap((way) => knownName([...path, name, ...way.path], way.to, steps, "a step")),
  );
}

function graphProblems(path: Path, { steps, startAt }: WorkflowSpec): readonly Problem[] {
  const reached = reachable(steps, startAt);
  const ends = ending(steps);
  return Object.keys(steps).flatMap((name) => [
    ...unless(
      reached.has(name) || reached.size === 0,
      [...path, name],
      name,
      "a step that some way leads to",
    ),
    ...unless(ends.has(name), [...path, name], name, "a step from which some way leads to an end"),
  ]);
}
