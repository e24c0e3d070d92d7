import type { CatalogueEntry } from "../core/catalogue-entry";

/** A workflow: steps over several services and partners, each with what happens when it fails. */
export interface WorkflowSpec extends CatalogueEntry {
  /** Events that start it, by name; `order-placed.v1` is an earlier version that is still published. */
  readonly startedBy: readonly string[];
  /** Longest run, in seconds. */
  readonly timeoutSeconds: number;
  /** First step. */
  readonly startAt: string;
  /** Steps, by name. */
  readonly steps: Readonly<Record<string, WorkflowStep>>;
}

/** A step of a workflow. Consumers switch over `kind`. */
export type WorkflowStep = AskStep | CallStep | PublishStep | WaitStep | ChooseStep | SucceedStep | FailStep;

/** What happens when a step fails for good. */
export interface Failing {
  /** Step that follows once all retries have failed. */
  readonly onFailure: string;
  /**
   * Times the step is tried again, with growing pauses.
   *
   * @default 3
   */
  readonly retries?: number;
}

/**
 * Asks a service through a queue of its own, and waits for its answer (a task token).
 *
 * The answer is found under the step's name: `$.<step>`. A service that answers with the error `Refused` is not asked
 * again.
 */
export interface AskStep extends Failing {
  /** Kind of the step. */
  readonly kind: "ask";
  /** Service that is asked. */
  readonly workload: string;
  /** What it is asked to do: a word of the service's own. */
  readonly action: string;
  /** Longest time until its answer, in seconds. */
  readonly timeoutSeconds: number;
  /**
   * Longest time that the service takes to read the task, where it answers later than it reads, in seconds, at most 7200.
   *
   * @default - as long as until its answer
   */
  readonly handlerTimeoutSeconds?: number;
  /** Step that follows. */
  readonly next: string;
}

/**
 * Calls a partner by HTTPS, unless its emergency lever is pulled. The answer is found under the step's name:
 * `$.<step>.status` and `$.<step>.body`.
 */
export interface CallStep extends Failing {
  /** Kind of the step. */
  readonly kind: "call";
  /** Partner that is called. */
  readonly partner: string;
  /** Method. */
  readonly method: "GET" | "POST" | "PUT";
  /** Path after the partner's address. */
  readonly path: string;
  /**
   * JSON path of the object that is sent, except by GET: `$.data` of the event that started the run, or what an earlier step answered.
   *
   * @default "$.data"
   */
  readonly sends?: string;
  /** Step that follows. */
  readonly next: string;
}

/** Publishes an event of which the workflow is the producer. */
export interface PublishStep extends Failing {
  /** Kind of the step. */
  readonly kind: "publish";
  /** Event. */
  readonly event: string;
  /**
   * Version in which it is published: the present one, or an earlier one that is still published.
   *
   * @default - the present version
   */
  readonly version?: number;
  /**
   * JSON path of the object that is sent as the event's data: `$.data` of the event that started the run, or what an earlier step answered.
   *
   * @default "$.data"
   */
  readonly sends?: string;
  /** Step that follows. */
  readonly next: string;
}

/** Waits. */
export interface WaitStep {
  /** Kind of the step. */
  readonly kind: "wait";
  /** How long, in seconds. */
  readonly seconds: number;
  /** Step that follows. */
  readonly next: string;
}

/** Goes on by what an earlier step answered. */
export interface ChooseStep {
  /** Kind of the step. */
  readonly kind: "choose";
  /** JSON path of a text, such as `$.credit.decision`. */
  readonly on: string;
  /** Step that follows each value. */
  readonly cases: Readonly<Record<string, string>>;
  /** Step that follows any other. */
  readonly otherwise: string;
}

/** Ends well. */
export interface SucceedStep {
  /** Kind of the step. */
  readonly kind: "succeed";
}

/** Ends badly. */
export interface FailStep {
  /** Kind of the step. */
  readonly kind: "fail";
  /** What went wrong, for whoever looks at the run. */
  readonly cause: string;
}
