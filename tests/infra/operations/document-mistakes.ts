import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { AutomationDocument, DocumentStep } from "../../../infra/operations/document";

/** Inputs of each action. Source: Systems Manager Automation actions reference, 2026-11. */
const actions: Readonly<
  Record<string, { readonly required: readonly string[]; readonly more: readonly string[] }>
> = {
  "aws:approve": { required: ["Approvers"], more: ["NotificationArn", "Message", "MinRequiredApprovals"] },
  "aws:branch": { required: ["Choices"], more: ["Default"] },
  "aws:executeAwsApi": { required: ["Service", "Api"], more: [] },
  "aws:assertAwsResourceProperty": {
    required: ["Service", "Api", "PropertySelector", "DesiredValues"],
    more: [],
  },
  "aws:waitForAwsResourceProperty": {
    required: ["Service", "Api", "PropertySelector", "DesiredValues"],
    more: [],
  },
  "aws:executeScript": { required: ["Runtime", "Handler", "Script"], more: ["InputPayload", "Attachment"] },
  "aws:runCommand": {
    required: ["DocumentName"],
    more: ["Targets", "InstanceIds", "Parameters", "MaxConcurrency", "MaxErrors", "TimeoutSeconds"],
  },
  "aws:sleep": { required: [], more: ["Duration", "Timestamp"] },
};

/** Outputs that an action has by itself. */
const ownOutputs: Readonly<Record<string, readonly string[]>> = {
  "aws:runCommand": ["CommandId", "Status", "Output"],
};

interface ApiShape {
  readonly required: readonly string[];
  readonly members: readonly string[];
}

// The file has the shape of what it was written from.
const { apis } = JSON.parse(readFileSync(join(__dirname, "api-shapes.json"), "utf8")) as {
  readonly apis: Readonly<Record<string, ApiShape>>;
};

/** Words in double braces within a value. */
function references(value: unknown): readonly string[] {
  return [...JSON.stringify(value).matchAll(/\{\{ ?([^{}]+?) ?\}\}/g)].map(([, word = ""]) => word);
}

/** Steps that may follow a step. */
export function followers(step: DocumentStep): readonly string[] {
  const choices = (step.inputs.Choices ?? []) as readonly { readonly NextStep: string }[];
  const failure = step.onFailure?.startsWith("step:") ? [step.onFailure.slice("step:".length)] : [];
  const otherwise = typeof step.inputs.Default === "string" ? [step.inputs.Default] : [];
  return [
    ...(step.nextStep === undefined ? [] : [step.nextStep]),
    ...choices.map(({ NextStep }) => NextStep),
    ...(step.action === "aws:branch" ? otherwise : []),
    ...failure,
  ];
}

/** Steps that are reached from the first, without going through one. */
function reached(document: AutomationDocument, without?: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [document.mainSteps[0]?.name ?? ""];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === without || found.has(name)) continue;
    found.add(name);
    const step = document.mainSteps.find((each) => each.name === name);
    if (step !== undefined) waiting.push(...followers(step));
  }
  return found;
}

/** Everything that Systems Manager, or the API that is called, would refuse in a document. */
export function documentMistakes(document: AutomationDocument): readonly string[] {
  const { mainSteps } = document;
  const names = mainSteps.map(({ name }) => name);
  return [
    ...names
      .filter((name, position) => names.indexOf(name) !== position)
      .map((name) => `${name} stands twice`),
    ...mainSteps.flatMap((step) => [...shapeMistakes(step, names), ...inputMistakes(step)]),
    ...names.filter((name) => !reached(document).has(name)).map((name) => `${name} is never reached`),
    ...mainSteps.flatMap((step) => referenceMistakes(document, step)),
    ...unusedParameters(document),
    ...document.outputs
      .filter((output) => !hasOutput(document, output))
      .map((output) => `output ${output} is of no step`),
    ...(JSON.stringify(document).length > 65_536 ? ["it is too large"] : []),
  ];
}

function shapeMistakes(step: DocumentStep, names: readonly string[]): readonly string[] {
  const { name, action, nextStep, isEnd } = step;
  const goesOn = [nextStep !== undefined, isEnd === true, action === "aws:branch"].filter(Boolean).length;
  return [
    ...(/^[a-z][A-Za-z0-9]{1,127}$/.test(name) ? [] : [`${name} is no name of a step`]),
    ...(goesOn === 1 ? [] : [`${name} goes on in ${goesOn} ways`]),
    ...followers(step)
      .filter((next) => !names.includes(next))
      .map((next) => `${name} leads to ${next}, which is not there`),
  ];
}

/** API that a step calls, as `service.Operation`; nothing where it calls none. */
export function apiOf({ Service, Api }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof Service === "string" && typeof Api === "string" ? `${Service}.${Api}` : undefined;
}

function inputMistakes({ name, action, inputs }: DocumentStep): readonly string[] {
  const known = actions[action];
  if (known === undefined) return [`${name}: action ${action} is not known`];
  const api = apiOf(inputs);
  const shape = apis[api ?? ""];
  if (api !== undefined && shape === undefined) return [`${name}: ${api} is not known`];
  const required = [...known.required, ...(shape?.required ?? [])];
  const allowed = [...known.required, ...known.more, ...(shape?.members ?? [])];
  return [
    ...required.filter((input) => !Object.hasOwn(inputs, input)).map((input) => `${name} lacks ${input}`),
    ...Object.keys(inputs)
      .filter((input) => !allowed.includes(input))
      .map((input) => `${name}: ${input} is not known`),
  ];
}

function referenceMistakes(document: AutomationDocument, step: DocumentStep): readonly string[] {
  return references(step.inputs).flatMap((word) => {
    if (/^(global|automation):[A-Z_]+$/.test(word)) return [];
    if (!word.includes(".")) {
      return Object.hasOwn(document.parameters, word) ? [] : [`${step.name}: ${word} is no parameter`];
    }
    if (!hasOutput(document, word)) return [`${step.name}: ${word} is handed on by no step`];
    const [source = ""] = word.split(".");
    return reached(document, source).has(step.name) ? [`${step.name} may be reached without ${source}`] : [];
  });
}

function hasOutput({ mainSteps }: AutomationDocument, word: string): boolean {
  const [source, output = ""] = word.split(".");
  const step = mainSteps.find(({ name }) => name === source);
  const named = step?.outputs?.some(({ Name }) => Name === output) ?? false;
  return named || (ownOutputs[step?.action ?? ""] ?? []).includes(output);
}

function unusedParameters({ parameters, mainSteps }: AutomationDocument): readonly string[] {
  const used = new Set(mainSteps.flatMap(({ inputs }) => references(inputs)));
  return Object.keys(parameters)
    .filter((name) => !used.has(name))
    .map((name) => `parameter ${name} is not used`);
}
