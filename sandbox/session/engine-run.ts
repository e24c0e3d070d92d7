import { stripVTControlCharacters } from "node:util";
import {
  CommandError,
  type DiagnosticEvent,
  type EngineEvent,
  type OpType,
  type PolicyEvent,
  type StepEventMetadata,
} from "@pulumi/pulumi/automation";

/** What the engine does. */
export type Operation = "preview" | "up" | "refresh" | "destroy";

/** One resource that the engine has looked at. */
export interface ResourceStep {
  /** The engine's word for what it does with the resource: `create`, `same`, `update`, `delete`, … */
  readonly op: OpType;
  readonly urn: string;
  readonly type: string;
  /** Everything the engine says about the step. */
  readonly metadata: StepEventMetadata;
  /** Why it failed to be carried out, where it did. */
  readonly failed: boolean;
}

/** What the engine told about one operation. */
export interface EngineRun {
  readonly operation: Operation;
  /** Whether the engine carried everything out, and no mandatory policy was violated. */
  readonly succeeded: boolean;
  /** How many resources there are of each kind of step; steps that change nothing are `same`. */
  readonly changes: Readonly<Partial<Record<OpType, number>>>;
  readonly steps: readonly ResourceStep[];
  readonly violations: readonly PolicyEvent[];
  /** Errors that the engine reported, without colours. */
  readonly errors: readonly string[];
  readonly durationMs: number;
}

/** Collects what the engine tells while an operation runs. */
export class EngineRecorder {
  private readonly steps = new Map<string, ResourceStep>();
  private readonly violations: PolicyEvent[] = [];
  private readonly errors: string[] = [];
  private readonly written: string[] = [];
  private changes: EngineRun["changes"] = {};
  private readonly started = Date.now();

  constructor(
    private readonly operation: Operation,
    private readonly onEvent: (event: EngineEvent) => void,
  ) {}

  /** Takes note of one event. */
  readonly record = (event: EngineEvent): void => {
    const step = event.resourcePreEvent?.metadata ?? event.resOutputsEvent?.metadata;
    if (step !== undefined) this.recordStep(step, false);
    if (event.resOpFailedEvent !== undefined) this.recordStep(event.resOpFailedEvent.metadata, true);
    if (event.policyEvent !== undefined) this.violations.push(withoutColours(event.policyEvent));
    if (event.summaryEvent !== undefined) this.changes = event.summaryEvent.resourceChanges;
    if (event.diagnosticEvent !== undefined) this.recordDiagnostic(event.diagnosticEvent);
    this.onEvent(event);
  };

  /** Closes the record. */
  finish(succeeded: boolean): EngineRun {
    return {
      operation: this.operation,
      succeeded,
      changes: this.changes,
      steps: [...this.steps.values()],
      violations: this.violations,
      errors: this.errors,
      durationMs: Date.now() - this.started,
    };
  }

  /** Closes the record of an operation that the CLI has reported as failed; anything else is thrown on. */
  fail(error: unknown): EngineRun {
    if (!(error instanceof CommandError)) throw error;
    if (this.errors.length === 0 && this.violations.length === 0) {
      this.errors.push(complaintOf(error), ...this.written);
    }
    return this.finish(false);
  }

  private recordDiagnostic({ severity, message }: DiagnosticEvent): void {
    const text = plain(message);
    if (severity === "error") this.errors.push(text);
    // What a child writes to its standard error, such as a policy pack that does not start.
    if (severity === "info#err" && text !== "") this.written.push(text);
  }

  private recordStep(metadata: StepEventMetadata, failed: boolean): void {
    const { op, urn, type } = metadata;
    const earlier = this.steps.get(`${op} ${urn}`);
    this.steps.set(`${op} ${urn}`, { op, urn, type, metadata, failed: failed || earlier?.failed === true });
  }
}

/** Whether an operation found nothing to do. */
export function changedNothing(run: EngineRun): boolean {
  return Object.entries(run.changes).every(([op, count]) => op === "same" || op === "read" || count === 0);
}

// Where the engine reports no error, the CLI's own complaint is all there is; it stands among all that the CLI wrote.
function complaintOf(error: CommandError): string {
  const text = plain(error.message);
  return /^.*?\berror: (.*)$/m.exec(text)?.[1] ?? text;
}

/** A text without the engine's colour marks, as in `<{%bold%}>`, and without a terminal's. */
function plain(text: string): string {
  return stripVTControlCharacters(text.replaceAll(/<\{%[^%]*%\}>/g, "")).trim();
}

function withoutColours(event: PolicyEvent): PolicyEvent {
  return { ...event, message: plain(event.message) };
}
