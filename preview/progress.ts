import type { ProgressEvent, ProgressPhase } from "./options";
import type { Phases } from "./result";

/** A moment that the times of a result are counted from or to. */
type Mark = "begun" | "programStarted" | "firstRegistration" | "programFinished" | "packsReady" | "judged";

/** Tells the caller how far a preview is, and keeps the times. */
export class Progress {
  private readonly begin = performance.now();
  private readonly marks = new Map<Mark, number>([["begun", 0]]);
  private registeredCount = 0;
  private analyzedCount = 0;

  /** @param tell - Who is told. */
  public constructor(private readonly tell: (event: ProgressEvent) => void = () => undefined) {}

  /** Milliseconds since the preview began. */
  public get elapsedMs(): number {
    return performance.now() - this.begin;
  }

  /** Remembers when something happened first. */
  public mark(mark: Mark): void {
    if (!this.marks.has(mark)) this.marks.set(mark, this.elapsedMs);
  }

  /** Says that a part has begun. */
  public started(phase: ProgressPhase): void {
    this.tell({ kind: "phaseStarted", phase, elapsedMs: this.elapsedMs });
  }

  /** Says that a part is done. */
  public finished(phase: ProgressPhase): void {
    this.tell({ kind: "phaseFinished", phase, elapsedMs: this.elapsedMs });
  }

  /** Says that a resource is registered. */
  public registered({ urn, type }: { readonly urn: string; readonly type: string }): void {
    this.mark("firstRegistration");
    this.registeredCount += 1;
    this.tell({ kind: "resourceRegistered", urn, type, count: this.registeredCount });
  }

  /** Says that every pack has judged a resource. */
  public analyzed(urn: string): void {
    this.analyzedCount += 1;
    this.tell({ kind: "resourceAnalyzed", urn, count: this.analyzedCount });
  }

  /** Where the time went so far. */
  public phases(): Phases {
    return {
      setupMs: this.between("begun", "programStarted"),
      programStartMs: this.between("programStarted", "firstRegistration"),
      programMs: this.between("programStarted", "programFinished"),
      policyStartMs: this.between("begun", "packsReady"),
      policyMs: this.between("programFinished", "judged"),
    };
  }

  private between(from: Mark, to: Mark): number {
    const [start, end] = [this.marks.get(from), this.marks.get(to)];
    return start === undefined || end === undefined ? 0 : Math.round(end - start);
  }
}
