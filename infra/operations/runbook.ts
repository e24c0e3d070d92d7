import type { Runner } from "../core/account-roles";
import type { RunbookWord } from "../core/runbook-words";
import { handedOn, type Step } from "./step";

/** What a runbook is told when it is started. */
export interface Parameter {
  /** Type, as Automation names it. */
  readonly type: "String" | "StringList" | "Integer";
  /** What it is, in one sentence without a full stop. */
  readonly says: string;
  /**
   * Value where none is given.
   *
   * @default - one has to be given
   */
  readonly default?: string | number;
  /**
   * Values that are accepted.
   *
   * @default - any that the pattern accepts
   */
  readonly allowed?: readonly string[];
  /**
   * What a value has to look like.
   *
   * @default - anything
   */
  readonly pattern?: string;
}

/** What starts a runbook. */
export type Trigger =
  | {
      /** Alarms or event alerts name it. */
      readonly kind: "alarm";
    }
  | {
      /** It is due at fixed times. */
      readonly kind: "schedule";
      /** When, as EventBridge has it, in UTC. */
      readonly expression: string;
    }
  | {
      /** Somebody decides. */
      readonly kind: "occasion";
      /** When somebody does, in one sentence without a full stop. */
      readonly when: string;
    };

/** What to do in one recurrent case, and all that is to be known about it. */
export interface Runbook {
  /** Id. */
  readonly id: RunbookWord;
  /** Title for people. */
  readonly title: string;
  /** What it is for, in one sentence without a full stop. */
  readonly purpose: string;
  /** Who may run it. */
  readonly runner: Runner;
  /** Whom to call when it fails. */
  readonly escalation: Runner;
  /** What starts it. */
  readonly triggers: readonly Trigger[];
  /**
   * Whether it may run without a person: it destroys nothing, interrupts nothing, and running it twice does no harm.
   */
  readonly safe: boolean;
  /** Whether it can show what it would do without doing it. */
  readonly dryRun: boolean;
  /** What it is told, by name. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** What it does, in order. */
  readonly steps: readonly Step[];
  /** What is true afterwards, in one sentence without a full stop. */
  readonly expected: string;
  /** Day of the last change, `2026-11-26`. */
  readonly lastChanged: string;
}

/** Parameter by which a dry run is asked for. It is the default wherever there is one: acting has to be said. */
const dryRunParameter: Parameter = {
  type: "String",
  says: "Whether only to look and to show what would be done",
  default: "true",
  allowed: ["true", "false"],
};

/** All parameters of a runbook: its own, and the dry run where it has one. */
export function parametersOf({ parameters, dryRun }: Runbook): Readonly<Record<string, Parameter>> {
  return dryRun ? { ...parameters, DryRun: dryRunParameter } : parameters;
}

/** What a run tells in the end, as `step.Output`: everything that its steps hand on, so that none of it can be forgotten. */
export function outputsOf({ steps }: Pick<Runbook, "steps">): readonly string[] {
  return steps.flatMap((step) => handedOn(step).map((output) => `${step.name}.${output}`));
}
