import type { AutomationDocument, DocumentStep } from "../../../infra/operations/document";
import { apiOf, followers } from "./document-mistakes";

/** A call that a run made. */
export interface Call {
  /** Step that made it. */
  readonly step: string;
  /** `service.Operation`; for scripts and commands the action. */
  readonly api: string;
  /** Arguments, with every reference filled in. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** How a run ended. */
export interface Run {
  readonly status: "Success" | "Failed";
  /** Steps that ran, in order. */
  readonly steps: readonly string[];
  /** Calls that were made, in order. */
  readonly calls: readonly Call[];
}

/** Answers for AWS: what a call returns. Throws where AWS refuses. `polls` says how often this step has asked before. */
export type FakeAws = (call: Call, step: DocumentStep, polls: number) => unknown;

const mostPolls = 5;

/** Value at a path of an answer: members, positions, and members at any depth. */
function select(answer: unknown, selector: string): unknown {
  const words = selector.slice(1).match(/\.\.[A-Za-z]+|\.?[A-Za-z]+|\[\d+\]/g) ?? [];
  return words.reduce((found: unknown, word) => {
    if (word.startsWith("..")) return below(found, word.slice(2));
    if (typeof found !== "object" || found === null) return undefined;
    const key = word.replace(/[.[\]]/g, "");
    return Array.isArray(found)
      ? (found as readonly unknown[])[Number(key)]
      : (found as Readonly<Record<string, unknown>>)[key];
  }, answer);
}

function below(value: unknown, key: string): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? [inner] : below(inner, key)));
}

/** An answer that has a value at each selector: AWS as a runbook hopes for. */
export function answering(values: Readonly<Record<string, unknown>>): unknown {
  let answer: unknown = {};
  for (const [selector, value] of Object.entries(values)) {
    const words = (selector.slice(1).match(/\.\.?[A-Za-z]+|\[\d+\]/g) ?? []).map((word) =>
      word.replace(/[.[\]]/g, ""),
    );
    answer = placed(answer, words, value);
  }
  return answer;
}

function placed(into: unknown, [word, ...rest]: readonly string[], value: unknown): unknown {
  if (word === undefined) return value;
  if (/^\d+$/.test(word)) {
    const list = Array.isArray(into) ? (into as readonly unknown[]) : [];
    return [placed(list[Number(word)], rest, value)];
  }
  const record = typeof into === "object" && into !== null ? into : {};
  return { ...record, [word]: placed((record as Readonly<Record<string, unknown>>)[word], rest, value) };
}

/** What AWS answers where all goes well: each output has a value, and each property is as wanted. */
export const willing: FakeAws = (call, step) => {
  const outputs = (step.outputs ?? []).map(({ Selector, Type }) => [
    Selector,
    Type === "Integer" ? 3 : `<${Selector}>`,
  ]);
  const wanted = call.inputs.DesiredValues as readonly unknown[] | undefined;
  return answering({
    ...(Object.fromEntries(outputs) as Record<string, unknown>),
    ...(wanted === undefined ? {} : { [String(call.inputs.PropertySelector)]: wanted[0] }),
  });
};

/** A run that is under way. */
interface State {
  readonly document: AutomationDocument;
  /** Values of parameters and outputs, by the words that refer to them. */
  readonly known: Map<string, unknown>;
  readonly aws: FakeAws;
  readonly approved: boolean;
  readonly calls: Call[];
}

/** Walks a document as Systems Manager does. An approval is granted, unless `approved` says otherwise. */
export function walk(
  document: AutomationDocument,
  parameters: Readonly<Record<string, unknown>>,
  aws: FakeAws,
  approved = true,
): Run {
  const presets = Object.entries(document.parameters).map(([name, given]) => [name, given.default] as const);
  const known = new Map<string, unknown>([
    ...presets.filter(([, preset]) => preset !== undefined),
    ...Object.entries(parameters),
    ["automation:EXECUTION_ID", "00000000-0000-4000-8000-000000000000"],
    ["global:REGION", "eu-west-1"],
  ]);
  const state: State = { document, known, aws, approved, calls: [] };
  const steps: string[] = [];
  let status: Run["status"] = "Success";
  let name: string | undefined = document.mainSteps[0]?.name;
  while (name !== undefined) {
    if (steps.length > 100) throw new Error(`the run never ends: ${steps.join(", ")}`);
    steps.push(name);
    const after = next(name, state);
    if (after.failed) status = "Failed";
    name = after.name;
  }
  return { status, steps, calls: state.calls };
}

/** Performs a step, and tells which one follows. */
function next(name: string, state: State): { readonly name: string | undefined; readonly failed: boolean } {
  const step = state.document.mainSteps.find((each) => each.name === name);
  if (step === undefined) throw new Error(`there is no step ${name}`);
  try {
    perform(step, state);
    return { name: step.isEnd === true ? undefined : nextOf(step, state.known), failed: false };
  } catch {
    const [, rescue] = /^step:(.+)$/.exec(step.onFailure ?? "") ?? [];
    return { name: rescue, failed: true };
  }
}

function nextOf(step: DocumentStep, known: ReadonlyMap<string, unknown>): string | undefined {
  if (step.action !== "aws:branch") return followers(step)[0];
  const choices = filled(step.inputs.Choices, known) as readonly Readonly<Record<string, string>>[];
  const chosen = choices.find(({ Variable, StringEquals }) => Variable === StringEquals);
  return chosen?.NextStep ?? followers(step).at(-1);
}

function perform(step: DocumentStep, state: State): void {
  if (step.action === "aws:approve" && !state.approved) throw new Error("refused");
  if (["aws:approve", "aws:branch", "aws:sleep"].includes(step.action)) return;
  const inputs = filled(step.inputs, state.known) as Readonly<Record<string, unknown>>;
  const call = { step: step.name, api: apiOf(inputs) ?? step.action, inputs };
  const answer = asked(step, call, state);
  for (const { Name, Selector } of step.outputs ?? []) {
    const value = select(answer, Selector);
    if (value === undefined) throw new Error(`no ${Selector} in the answer`);
    state.known.set(`${step.name}.${Name}`, value);
  }
}

/** Calls, again and again where a step waits, until the answer is as wanted. */
function asked(step: DocumentStep, call: Call, { aws, calls }: State): unknown {
  const wanted = call.inputs.DesiredValues as readonly string[] | undefined;
  const polls = step.action === "aws:waitForAwsResourceProperty" ? mostPolls : 1;
  for (let poll = 0; poll < polls; poll += 1) {
    calls.push(call);
    const answer = aws(call, step, poll);
    if (wanted === undefined) return answer;
    if (wanted.includes(String(select(answer, String(call.inputs.PropertySelector))))) return answer;
  }
  throw new Error("not as wanted");
}

/** A value with each reference replaced by what is known. A reference that stands alone keeps its type. */
function filled(value: unknown, known: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === "string") {
    const [, alone] = /^\{\{ ?([^{}]+?) ?\}\}$/.exec(value) ?? [];
    if (alone !== undefined) return look(alone, known);
    return value.replace(/\{\{ ?([^{}]+?) ?\}\}/g, (_, word: string) => String(look(word, known)));
  }
  if (Array.isArray(value)) return value.map((each) => filled(each, known));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, known)]));
}

function look(word: string, known: ReadonlyMap<string, unknown>): unknown {
  if (!known.has(word)) throw new Error(`${word} is not known yet`);
  return known.get(word);
}
