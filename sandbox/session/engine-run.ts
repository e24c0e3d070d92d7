import {
  CommandError,
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
    if (event.diagnosticEvent?.severity === "error") this.errors.push(plain(event.diagnosticEvent.message));
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
    if (this.errors.length === 0 && this.violations.length === 0) this.errors.push(plain(error.message));
    return this.finish(false);
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

/** The engine's colour marks, as in `<{%bold%}>`, taken out of a text. */
export function plain(text: string): string {
  return text.replaceAll(/<\{%[^%]*%\}>/g, "").trim();
}

function withoutColours(event: PolicyEvent): PolicyEvent {
  return { ...event, message: plain(event.message) };
}
