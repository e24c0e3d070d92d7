import type { RunbookWord } from "../core/runbook-words";
import { outputsOf, type Parameter, parametersOf, type Runbook } from "./runbook";
import type { Json, Step, StepOutput } from "./step";

/** Largest document that Systems Manager takes, in bytes; source: Systems Manager quotas, 2026-11. */
export const documentLimitBytes = 65_536;

/** What a document is made of beside the runbook itself. */
export interface DocumentFacts {
  /** ARN of the role in which it acts. */
  readonly roleArn: string;
  /** Who may approve, by ARN. */
  readonly approvers: readonly string[];
  /** Partition of AWS that it runs in. */
  readonly partition: string;
  /** Environment that it belongs to. */
  readonly environment: string;
  /** Name of the cluster that services run in. */
  readonly clusterName: string;
}

/** A step as Automation reads it. */
export interface DocumentStep {
  readonly name: string;
  readonly action: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly outputs?: readonly { readonly Name: string; readonly Selector: string; readonly Type: string }[];
  readonly timeoutSeconds?: number;
  readonly nextStep?: string;
  readonly isEnd?: true;
  readonly isCritical?: true;
  readonly onFailure?: string;
}

/** A parameter as Automation reads it. */
export interface DocumentParameter {
  readonly type: string;
  readonly description: string;
  readonly default?: Json;
  readonly allowedValues?: readonly string[];
  readonly allowedPattern?: string;
}

/** An Automation document. */
export interface AutomationDocument {
  readonly schemaVersion: "0.3";
  readonly description: string;
  readonly assumeRole: string;
  readonly parameters: Readonly<Record<string, DocumentParameter>>;
  readonly mainSteps: readonly DocumentStep[];
  readonly outputs: readonly string[];
}

/** Name of the step that tells of a failure. */
const failureStep = "openOpsItem";

/** Time that somebody has to approve, in seconds; silence is a refusal. */
const approvalSeconds = 3600;

/** Time that a call, a script or a command has, in seconds. A script never has more than ten minutes. */
const actionSeconds = { call: 300, script: 600, command: 7200 } as const;

/** The document of a runbook, as Systems Manager takes it: schema 0.3. */
export function automationDocument(runbook: Runbook, facts: DocumentFacts): AutomationDocument {
  const steps = runbook.steps.map((step, position) => documentStep(step, runbook, facts, position));
  const document: AutomationDocument = {
    schemaVersion: "0.3",
    description: `${runbook.title}. ${runbook.purpose}.`,
    assumeRole: facts.roleArn,
    parameters: Object.fromEntries(
      Object.entries(parametersOf(runbook)).map(([name, parameter]) => [name, documentParameter(parameter)]),
    ),
    mainSteps: [...steps, failure(runbook)],
    outputs: outputsOf(runbook),
  };
  return filled(document, facts);
}

/** Puts the environment's own facts where a runbook leaves room for them. */
function filled<Value>(value: Value, { partition, environment, clusterName }: DocumentFacts): Value {
  const text = JSON.stringify(value)
    .replaceAll("<environment>", environment)
    .replaceAll("<partition>", partition)
    .replaceAll("<cluster>", clusterName);
  // Only words within texts have changed.
  return JSON.parse(text) as Value;
}

function documentParameter({ type, says, default: preset, allowed, pattern }: Parameter): DocumentParameter {
  return {
    type,
    description: `${says}.`,
    ...(preset === undefined ? {} : { default: preset }),
    ...(allowed === undefined ? {} : { allowedValues: allowed }),
    ...(pattern === undefined ? {} : { allowedPattern: pattern }),
  };
}

function documentStep(
  step: Step,
  { id, steps }: Runbook,
  { approvers }: DocumentFacts,
  position: number,
): DocumentStep {
  const { name, says, next, end } = step;
  const last = end === true || (position === steps.length - 1 && next === undefined);
  const following = next ?? steps.at(position + 1)?.name;
  const base = { name, description: `${says}.`, ...goesOn(step.kind, last, following) };
  // Refusing to approve is an answer and no failure: nothing has been changed, and nobody needs telling.
  if (step.kind === "approve") return { ...base, ...approval(id, says, approvers), onFailure: "Abort" };
  if (step.kind === "branch") return { ...base, ...actionOf(step) };
  return { ...base, ...actionOf(step), isCritical: true, onFailure: `step:${failureStep}` };
}

/** Where a step leads when it ends well; a branch says so itself. */
function goesOn(
  kind: Step["kind"],
  last: boolean,
  following: string | undefined,
): Pick<DocumentStep, "nextStep" | "isEnd"> {
  if (last) return { isEnd: true };
  return kind === "branch" || following === undefined ? {} : { nextStep: following };
}

function approval(
  id: RunbookWord,
  says: string,
  approvers: readonly string[],
): Pick<DocumentStep, "action" | "inputs" | "timeoutSeconds"> {
  return {
    action: "aws:approve",
    timeoutSeconds: approvalSeconds,
    inputs: { Message: `<environment> ${id}: ${says}`, MinRequiredApprovals: 1, Approvers: approvers },
  };
}

/** What a step does, as Automation has it. */
function actionOf(
  step: Exclude<Step, { kind: "approve" }>,
): Pick<DocumentStep, "action" | "inputs" | "outputs" | "timeoutSeconds"> {
  switch (step.kind) {
    case "call": {
      const inputs = { Service: step.service, Api: step.operation, ...step.inputs };
      const timeoutSeconds = actionSeconds.call;
      return { action: "aws:executeAwsApi", inputs, timeoutSeconds, ...stepOutputs(step.outputs) };
    }
    case "wait":
      return {
        action: "aws:waitForAwsResourceProperty",
        inputs: propertyInputs(step),
        timeoutSeconds: step.seconds,
      };
    case "assert":
      return {
        action: "aws:assertAwsResourceProperty",
        inputs: propertyInputs(step),
        timeoutSeconds: actionSeconds.call,
      };
    case "branch":
      return { action: "aws:branch", inputs: branchInputs(step) };
    case "script":
      return {
        action: "aws:executeScript",
        inputs: {
          Runtime: "python3.11",
          Handler: "main",
          Script: step.source,
          InputPayload: step.inputs,
        },
        timeoutSeconds: actionSeconds.script,
        ...stepOutputs(step.outputs),
      };
    case "command":
      return {
        action: "aws:runCommand",
        inputs: {
          DocumentName: step.document,
          Targets: step.targets,
          Parameters: step.parameters,
          MaxConcurrency: "10%",
          MaxErrors: "0",
        },
        timeoutSeconds: actionSeconds.command,
      };
    case "pause":
      return { action: "aws:sleep", inputs: { Duration: `PT${step.seconds}S` } };
  }
}

function propertyInputs(step: Extract<Step, { kind: "wait" | "assert" }>): Readonly<Record<string, Json>> {
  const { service, operation, inputs, selector, wanted } = step;
  return { Service: service, Api: operation, ...inputs, PropertySelector: selector, DesiredValues: wanted };
}

function branchInputs({
  choices,
  otherwise,
}: Extract<Step, { kind: "branch" }>): Readonly<Record<string, Json>> {
  return {
    Choices: choices.map(({ variable, equals, next }) => ({
      NextStep: next,
      Variable: variable,
      StringEquals: equals,
    })),
    Default: otherwise,
  };
}

function stepOutputs(outputs: readonly StepOutput[]): Pick<DocumentStep, "outputs"> {
  if (outputs.length === 0) return {};
  return {
    outputs: outputs.map(({ name, selector, type }) => ({ Name: name, Selector: selector, Type: type })),
  };
}

/** Tells of a failure. The run itself still ends as failed: the step that failed is critical. */
function failure({ id, title, escalation }: Runbook): DocumentStep {
  return {
    name: failureStep,
    action: "aws:executeAwsApi",
    description: "Opens an OpsItem, since a step has failed.",
    timeoutSeconds: actionSeconds.call,
    isEnd: true,
    onFailure: "Abort",
    inputs: {
      Service: "ssm",
      Api: "CreateOpsItem",
      Title: `<environment>: runbook ${id} failed`,
      Description: `${title}: run {{ automation:EXECUTION_ID }} failed. See its steps in Systems Manager; escalate to ${escalation}.`,
      Source: "runbook",
      Category: "Recovery",
      Priority: 2,
      OperationalData: {
        runbook: { Type: "SearchableString", Value: id },
        execution: { Type: "SearchableString", Value: "{{ automation:EXECUTION_ID }}" },
      },
    },
  };
}
