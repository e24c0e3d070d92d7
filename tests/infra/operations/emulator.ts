import type { AutomationDocument, DocumentStep } from "../../../infra/operations/document";
import { followers } from "./document-mistakes";

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
export function select(answer: unknown, selector: string): unknown {
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

/** Walks a document as Systems Manager does. An approval is granted, unless `approved` says otherwise. */
export function walk(
  document: AutomationDocument,
  parameters: Readonly<Record<string, unknown>>,
  aws: FakeAws,
  approved = true,
): Run {
  const known = new Map<string, unknown>(
    Object.entries(document.parameters).flatMap(([name, { default: preset }]) =>
      preset === undefined ? [] : [[name, preset] as const],
    ),
  );
  for (const [name, value] of Object.entries(parameters)) known.set(name, value);
  known.set("automation:EXECUTION_ID", "00000000-0000-4000-8000-000000000000");
  const run = { steps: [] as string[], calls: [] as Call[] };
  let failed = false;
  for (let name: string | undefined = document.mainSteps[0]?.name; name !== undefined;) {
    const step = document.mainSteps.find((each) => each.name === name);
    if (step === undefined) throw new Error(`there is no step ${name}`);
    if (run.steps.length > 100) throw new Error(`the run never ends: ${run.steps.join(", ")}`);
    run.steps.push(name);
    try {
      perform(step, known, aws, { run, approved });
      name = step.isEnd === true ? undefined : nextOf(step, known);
    } catch {
      failed = true;
      name = step.onFailure?.startsWith("step:") === true ? step.onFailure.slice("step:".length) : undefined;
    }
  }
  return { status: failed ? "Failed" : "Success", ...run };
}

function nextOf(step: DocumentStep, known: ReadonlyMap<string, unknown>): string | undefined {
  if (step.action !== "aws:branch") return followers(step)[0];
  const choices = filled(step.inputs.Choices, known) as readonly Readonly<Record<string, string>>[];
  return (
    choices.find(({ Variable, StringEquals }) => Variable === StringEquals)?.NextStep ??
    String(step.inputs.Default)
  );
}

function perform(
  step: DocumentStep,
  known: Map<string, unknown>,
  aws: FakeAws,
  { run, approved }: { readonly run: { readonly calls: Call[] }; readonly approved: boolean },
): void {
  if (step.action === "aws:approve" && !approved) throw new Error("refused");
  if (["aws:approve", "aws:branch", "aws:sleep"].includes(step.action)) return;
  const inputs = filled(step.inputs, known) as Readonly<Record<string, unknown>>;
  const api = inputs.Api === undefined ? step.action : `${String(inputs.Service)}.${String(inputs.Api)}`;
  const call = { step: step.name, api, inputs };
  const wanted = inputs.DesiredValues as readonly string[] | undefined;
  for (let polls = 0; ; polls += 1) {
    run.calls.push(call);
    const answer = aws(call, step, polls);
    if (wanted !== undefined && !wanted.includes(String(select(answer, String(inputs.PropertySelector))))) {
      if (step.action === "aws:assertAwsResourceProperty" || polls >= mostPolls)
        throw new Error("not as wanted");
      continue;
    }
    for (const { Name, Selector } of step.outputs ?? []) {
      const value = select(answer, Selector);
      if (value === undefined) throw new Error(`no ${Selector} in the answer`);
      known.set(`${step.name}.${Name}`, value);
    }
    return;
  }
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
