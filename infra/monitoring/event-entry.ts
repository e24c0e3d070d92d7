import type { RunbookWord } from "../core/runbook-words";
import type { Scope } from "../core/scope";
import type { Kind } from "./alarm-entry";
import type { Urgency } from "./severity";

/** A condition of a pattern on one field: a value, or a comparison. */
export type Condition =
  | string
  | { readonly prefix: string }
  | { readonly suffix: string }
  | { readonly "anything-but": readonly string[] }
  | { readonly exists: true }
  | { readonly numeric: readonly (string | number)[] };

/** Part of a pattern: conditions on a field, of which one has to hold, or on the fields of an object. */
export interface PatternPart {
  readonly [field: string]: readonly Condition[] | PatternPart;
}

/** Something that has no metric, and that AWS tells by an event. */
export interface EventEntry {
  /** What has happened, as the rule's name ends: unique. */
  readonly word: string;
  /** What it means, in one sentence without a full stop. */
  readonly meaning: string;
  /** Whether users suffer. */
  readonly urgency: Urgency;
  /** What to do. */
  readonly runbook: RunbookWord;
  /** Whether it tells of the environment alone, or of the whole account. */
  readonly reach: "environment" | "account";
  /**
   * Whether AWS tells it in `us-east-1`, from where it is forwarded.
   *
   * @default false
   */
  readonly global?: boolean;
  /**
   * Kinds of watched things that it tells of.
   *
   * @default - none of its own
   */
  readonly covers?: readonly Kind[];
  /** Where the event is documented, as of 2026-11. */
  readonly source: string;
  /** Events that are meant. */
  pattern(facts: EventFacts): PatternPart;
}

/** What patterns know of an environment. */
export interface EventFacts {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Names of its ECS clusters. */
  readonly clusters: readonly string[];
  /** Ids of its keys. */
  readonly keyIds: readonly string[];
  /** ARNs of its certificates. */
  readonly certificateArns: readonly string[];
  /** ARNs of its private certificate authorities. */
  readonly authorityArns: readonly string[];
}

/** Longest pattern that EventBridge takes; source: EventBridge quotas, 2026-11. */
export const longestPattern = 2048;

/** Calls of an API, as CloudTrail tells them. */
export function apiCall(service: string, names: readonly string[], detail: PatternPart = {}): PatternPart {
  return {
    source: [`aws.${service}`],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventSource: [`${service}.amazonaws.com`], eventName: names, ...detail },
  };
}

/** Names that begin with an environment's name. */
export function ofEnvironment({ environment }: Scope): readonly Condition[] {
  return [{ prefix: `${environment}-` }];
}
