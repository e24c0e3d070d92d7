/** A value of JSON, as inputs of steps hold them. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** Type of what a step hands on, as Automation names it. */
export type OutputType = "String" | "StringList" | "Integer" | "Boolean";

/** What a step hands on: name, where it stands in the answer, and its type. */
export interface StepOutput {
  /** Name, by which later steps refer to it: `{{ step.Name }}`. */
  readonly name: string;
  /** Where it stands in the answer, as JSONPath. */
  readonly selector: string;
  /** Its type. */
  readonly type: OutputType;
}

/** What all steps say, whatever they do. */
interface Base {
  /** Name, unique in its runbook: a lower-case letter first, letters and digits. */
  readonly name: string;
  /** What it does, in one sentence without a full stop. */
  readonly says: string;
  /**
   * Step that follows.
   *
   * @default - the next one of the list
   */
  readonly next?: string;
  /**
   * Whether the runbook ends well with it.
   *
   * @default - only the last of the list
   */
  readonly end?: boolean;
}

/** An API of AWS: service as boto names it, and operation. */
export interface Api {
  /** Service, as boto names it. */
  readonly service: string;
  /** Operation, as the API names it. */
  readonly operation: string;
}

/** A call of an API of AWS. */
export interface CallStep extends Base, Api {
  /** What the step is. */
  readonly kind: "call";
  /** Arguments of the call. */
  readonly inputs: Readonly<Record<string, Json>>;
  /** What it hands on. */
  readonly outputs: readonly StepOutput[];
  /**
   * APIs that AWS checks the caller's rights to because of these arguments.
   *
   * @default - none
   */
  readonly also?: readonly string[];
}

/** Repeats a call that reads, until a value is as wanted; fails when time is up. */
export interface WaitStep extends Base, Api {
  /** What the step is. */
  readonly kind: "wait";
  /** Arguments of the call. */
  readonly inputs: Readonly<Record<string, Json>>;
  /** Value that is looked at, as JSONPath. */
  readonly selector: string;
  /** Values that are wanted. */
  readonly wanted: readonly string[];
  /** Longest wait, in seconds. */
  readonly seconds: number;
}

/** Fails unless a value is as wanted now. */
export interface AssertStep extends Base, Api {
  /** What the step is. */
  readonly kind: "assert";
  /** Arguments of the call. */
  readonly inputs: Readonly<Record<string, Json>>;
  /** Value that is looked at, as JSONPath. */
  readonly selector: string;
  /** Values that are wanted. */
  readonly wanted: readonly string[];
}

/** Goes on at another step, by the value of a parameter or an output. */
export interface BranchStep extends Base {
  /** What the step is. */
  readonly kind: "branch";
  /** Which value leads where. */
  readonly choices: readonly Choice[];
  /** Step where no choice matches. */
  readonly otherwise: string;
}

/** A way out of a branch. */
export interface Choice {
  /** What is compared: a parameter or an output, in double braces. */
  readonly variable: string;
  /** Value that is equal. */
  readonly equals: string;
  /** Step that follows then. */
  readonly next: string;
}

/** Waits until somebody else agrees; a refusal, or silence, ends the runbook with nothing changed. */
export interface ApproveStep extends Base {
  /** What the step is. */
  readonly kind: "approve";
}

/** Python that calls AWS, for what single calls cannot say. */
export interface ScriptStep extends Base {
  /** What the step is. */
  readonly kind: "script";
  /** Source, with a function `main(events, context)` that returns what is handed on. */
  readonly source: string;
  /** What it is given. */
  readonly inputs: Readonly<Record<string, Json>>;
  /** What it hands on. */
  readonly outputs: readonly StepOutput[];
  /** What it calls, from which its rights follow. */
  readonly calls: readonly Api[];
}

/** Runs a command document on instances, and waits for it. */
export interface CommandStep extends Base {
  /** What the step is. */
  readonly kind: "command";
  /** Command document of AWS. */
  readonly document: string;
  /** Instances, by a tag. */
  readonly targets: Json;
  /** Parameters of the document. */
  readonly parameters: Readonly<Record<string, Json>>;
}

/** Lets time pass: AWS shows some changes only later. */
export interface PauseStep extends Base {
  /** What the step is. */
  readonly kind: "pause";
  /** How long, in seconds. */
  readonly seconds: number;
}

/** A step of a runbook. Consumers switch over `kind`. */
export type Step =
  CallStep | WaitStep | AssertStep | BranchStep | ApproveStep | ScriptStep | CommandStep | PauseStep;

/** Service and operation of `service.Operation`. */
export function api(words: string): Api {
  const [service = "", operation = ""] = words.split(".");
  return { service, operation };
}

/** A text that a step hands on. */
export function textOutput(name: string, selector: string): StepOutput {
  return { name, selector, type: "String" };
}

/** A list of texts that a step hands on. */
export function listOutput(name: string, selector: string): StepOutput {
  return { name, selector, type: "StringList" };
}

/** A number that a step hands on. */
export function numberOutput(name: string, selector: string): StepOutput {
  return { name, selector, type: "Integer" };
}

/** A step that calls `service.Operation`. */
export function call(
  name: string,
  says: string,
  operation: string,
  more: Partial<Pick<CallStep, "inputs" | "outputs" | "also" | "next" | "end">>,
): CallStep {
  return { kind: "call", name, says, ...api(operation), inputs: {}, outputs: [], ...more };
}

/** A step that waits for a value of `service.Operation`. */
export function wait(
  name: string,
  says: string,
  operation: string,
  more: Pick<WaitStep, "inputs" | "selector" | "wanted" | "seconds"> & Partial<Base>,
): WaitStep {
  return { kind: "wait", name, says, ...api(operation), ...more };
}

/** A step that insists on a value of `service.Operation`. */
export function insist(
  name: string,
  says: string,
  operation: string,
  more: Pick<AssertStep, "inputs" | "selector" | "wanted"> & Partial<Base>,
): AssertStep {
  return { kind: "assert", name, says, ...api(operation), ...more };
}

/** A step that goes on by the value of one variable. */
export function choose(
  name: string,
  says: string,
  variable: string,
  ways: { readonly when: Readonly<Record<string, string>>; readonly otherwise: string },
): BranchStep {
  const choices = Object.entries(ways.when).map(([equals, next]) => ({ variable, equals, next }));
  return { kind: "branch", name, says, choices, otherwise: ways.otherwise };
}

/** Name of the step that a dry run ends with. */
const endOfDryRun = "endOfDryRun";

/** The parameter that every runbook with a dry run has, as steps refer to it. */
const dryRunVariable = "{{ DryRun }}";

/**
 * Ends a dry run before anything is changed.
 *
 * @param otherwise first step that changes something, or that asks for approval
 */
export function unlessDryRun(otherwise: string): readonly [BranchStep, PauseStep] {
  const says = "End here if this is a dry run, before anything is changed";
  return [
    choose("whetherToAct", says, dryRunVariable, { when: { true: endOfDryRun }, otherwise }),
    {
      kind: "pause",
      name: endOfDryRun,
      says: "The dry run ends; outputs show what was found",
      seconds: 1,
      end: true,
    },
  ];
}

/** Asks somebody else. */
export function approve(says: string): ApproveStep {
  return { kind: "approve", name: "approve", says };
}

/** Lets seconds pass. */
export function pause(name: string, says: string, seconds: number): PauseStep {
  return { kind: "pause", name, says, seconds };
}

/** APIs that a step calls. */
export function callsOf(step: Step): readonly Api[] {
  switch (step.kind) {
    case "call":
      return [{ service: step.service, operation: step.operation }, ...(step.also ?? []).map(api)];
    case "wait":
    case "assert":
      return [{ service: step.service, operation: step.operation }];
    case "script":
      return step.calls;
    case "command":
      return ["ssm.SendCommand", "ssm.ListCommands", "ssm.ListCommandInvocations"].map(api);
    case "branch":
    case "approve":
    case "pause":
      return [];
  }
}

/** What a step hands on, by name. A command says by itself which one it was. */
export function handedOn(step: Step): readonly string[] {
  switch (step.kind) {
    case "call":
    case "script":
      return step.outputs.map(({ name }) => name);
    case "command":
      return ["CommandId"];
    case "wait":
    case "assert":
    case "branch":
    case "approve":
    case "pause":
      return [];
  }
}
