import { type Path, unless, wholeNumber } from "../core/checks";
import type { Problem } from "../core/problem";
import { versionProblems } from "./event-problems";
import { knownName } from "./findings";
import type { IntegrationCatalogue } from "./integration-args";
import { pathNames } from "./json-path";
import { pathProblems } from "./partner-problems";
import { maximumHandlerSeconds } from "./queue-numbers";
import { answers, answersAt } from "./workflow-graph";
import type { AskStep, CallStep, ChooseStep, PublishStep, WorkflowSpec, WorkflowStep } from "./workflow-spec";

/** What the steps of a workflow are judged by. */
export interface StepContext {
  /** Name of the workflow. */
  readonly name: string;
  /** The workflow. */
  readonly spec: WorkflowSpec;
  /** What there is. */
  readonly catalogue: IntegrationCatalogue;
  /** Way to its steps. */
  readonly path: Path;
}

/** Most retries of a step; their pauses grow to a minute each. */
const maximumRetries = 10;

/** Says what is wrong with single steps of a workflow: whom they speak to, what they send, how long they take. */
export function stepProblems(context: StepContext): readonly Problem[] {
  const { spec, path } = context;
  const known = answersAt(spec.steps, spec.startAt);
  return Object.entries(spec.steps).flatMap(([name, step]) =>
    oneStep({ ...context, path: [...path, name] }, step, known.get(name)),
  );
}

function oneStep(
  context: StepContext,
  step: WorkflowStep,
  known: ReadonlySet<string> | undefined,
): readonly Problem[] {
  switch (step.kind) {
    case "ask":
      return [...askProblems(context, step), ...retryProblems(context, step)];
    case "call":
      return [
        ...knownName([...context.path, "partner"], step.partner, context.catalogue.partners, "a partner"),
        ...pathProblems([...context.path, "path"], step.path),
        ...sentProblems(context, step, known),
        ...unless(
          step.method !== "GET" || step.sends === undefined,
          [...context.path, "sends"],
          step.sends,
          "nothing, since GET sends no body",
        ),
        ...retryProblems(context, step),
      ];
    case "publish":
      return [
        ...publishProblems(context, step),
        ...sentProblems(context, step, known),
        ...retryProblems(context, step),
      ];
    case "wait":
      return wholeNumber([...context.path, "seconds"], step.seconds, [1, context.spec.timeoutSeconds]);
    case "choose":
      return chooseProblems(context, step);
    case "succeed":
      return [];
    case "fail":
      return unless(step.cause.trim() !== "", [...context.path, "cause"], step.cause, "what went wrong");
  }
}

function askProblems({ path, spec, catalogue }: StepContext, step: AskStep): readonly Problem[] {
  const { timeoutSeconds, handlerTimeoutSeconds } = step;
  return [
    ...knownName([...path, "workload"], step.workload, catalogue.workloads, "a service or fleet"),
    ...unless(/^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(step.action), [...path, "action"], step.action, "a word"),
    ...wholeNumber([...path, "timeoutSeconds"], timeoutSeconds, [1, spec.timeoutSeconds]),
    ...wholeNumber([...path, "handlerTimeoutSeconds"], handlerTimeoutSeconds ?? timeoutSeconds, [
      1,
      Math.min(timeoutSeconds, maximumHandlerSeconds),
    ]),
  ];
}

function publishProblems(
  { path, name, catalogue }: StepContext,
  { event, version }: PublishStep,
): readonly Problem[] {
  const contract = Object.hasOwn(catalogue.events, event) ? catalogue.events[event] : undefined;
  if (contract === undefined) return knownName([...path, "event"], event, catalogue.events, "an event");
  return [
    ...unless(contract.producer === name, [...path, "event"], event, `an event whose producer is ${name}`),
    ...versionProblems([...path, "version"], version, contract),
  ];
}

/** What is sent has to be there whichever way the run came; a path that leads nowhere ends a run without a catch. */
function sentProblems(
  { path, spec }: StepContext,
  { sends }: CallStep | PublishStep,
  known: ReadonlySet<string> | undefined,
): readonly Problem[] {
  // Of a step that no run comes to, only that is said.
  if (sends === undefined || known === undefined) return [];
  const names = pathNames(sends) ?? [];
  const [first, ...rest] = names;
  return unless(
    first !== undefined &&
      (first === "data" || (known.has(first) && (rest.length === 0 || isAnswered(spec, names)))),
    [...path, "sends"],
    sends,
    `a path such as $.data into the event, or into the answer of a step on every way here: ${[...known].join(", ")}; ${bodyOfCall}`,
  );
}

/** Whether something is there once the step that a path begins with has answered: a partner's answer is a status and a body. */
function isAnswered({ steps }: WorkflowSpec, [first = "", second]: readonly string[]): boolean {
  const step = Object.hasOwn(steps, first) ? steps[first] : undefined;
  return step?.kind !== "call" || second === "body";
}

const bodyOfCall = "what a partner answered is in the body, such as $.check.body.result";

/** A choice may look for an answer that is not there: it then goes the other way. */
function chooseProblems({ path, spec }: StepContext, { on, cases }: ChooseStep): readonly Problem[] {
  const names = pathNames(on) ?? [];
  const [first] = names;
  const answering = Object.entries(spec.steps)
    .filter(([, step]) => answers(step))
    .map(([name]) => name);
  return [
    ...unless(
      first !== undefined && [...answering, "data", "failure"].includes(first) && isAnswered(spec, names),
      [...path, "on"],
      on,
      `a path such as $.data.kind into the event, $.failure, or the answer of a step: ${answering.join(", ")}; ${bodyOfCall}`,
    ),
    ...unless(Object.keys(cases).length > 0, [...path, "cases"], cases, "at least one case"),
  ];
}

function retryProblems(
  { path }: StepContext,
  { retries }: { readonly retries?: number },
): readonly Problem[] {
  return retries === undefined ? [] : wholeNumber([...path, "retries"], retries, [0, maximumRetries]);
}
