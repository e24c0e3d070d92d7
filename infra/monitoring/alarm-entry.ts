import type * as pulumi from "@pulumi/pulumi";

import type { Monitored } from "../core/monitored";
import type { RunbookWord } from "../core/runbook-words";
import type { Urgency } from "./severity";

/** Kind of a watched thing. */
export type Kind = Monitored["kind"];

/** The watched things of one kind. */
export type Of<K extends Kind> = Extract<Monitored, { readonly kind: K }>;

/** A metric of a thing, as CloudWatch finds it. */
export interface Metric {
  /** Name by which an expression speaks of it: a small letter first. */
  readonly id: string;
  /** Namespace. */
  readonly namespace: string;
  /** Name. */
  readonly metricName: string;
  /** Statistic: `Average`, `p99`, and so on. */
  readonly stat: string;
  /** Dimensions. */
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Unit of a threshold. Percentages end at 100. */
export type Unit = "percent" | "count" | "bytes" | "seconds" | "milliseconds" | "days" | "load";

/** How a value is compared with the threshold. */
export type Comparison = ">" | ">=" | "<" | "<=";

/** What CloudWatch makes of a period without data. */
export type Missing = "missing" | "breaching" | "notBreaching";

/** When an alarm fires: so many bad periods out of so many. */
export interface Patience {
  /** Length of a period, in seconds. */
  readonly periodSeconds: number;
  /** Bad periods that make it fire. */
  readonly bad: number;
  /** Periods that are looked at. */
  readonly of: number;
}

/** One thing that can go wrong with things of a kind. Which entries apply depends on the catalogue, never on sizes. */
export interface AlarmEntry<Thing extends Monitored> {
  /** What goes wrong, as the alarm's name ends: unique within its kind. */
  readonly word: string;
  /** What it means when it fires, in one sentence without a full stop. */
  readonly meaning: string;
  /** Whether users suffer. */
  readonly urgency: Urgency;
  /** Unit of the threshold. */
  readonly unit: Unit;
  /** How values are compared. */
  readonly comparison: Comparison;
  /** How long it may be bad. */
  readonly patience: Patience;
  /** What no data means. */
  readonly missing: Missing;
  /** What to do, by the name of a runbook. */
  readonly runbook: RunbookWord;
  /** Why this threshold. */
  readonly reason: string;
  /** Where the threshold comes from. */
  readonly source: string;
  /** Metrics that it looks at: one, or what {@link expression} computes with. */
  metrics(thing: Thing): readonly Metric[];
  /** Metric math over the metrics; the one metric as it is where absent, or undefined. */
  expression?(thing: Thing): string | undefined;
  /** The threshold, from the declared sizes. */
  threshold(thing: Thing): number;
  /** Whether the thing can have this trouble at all, by what the catalogue says of it; it can where absent. */
  applies?(thing: Thing): boolean;
}

/** Sources that several entries share, as of 2026-11. */
export const sources = {
  recommended:
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html",
  balancer:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
  states: "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html",
  events: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html",
  own: "decided here; measure and adjust",
} as const;

/** Patience of `bad` minutes in a row. */
export function minutes(bad: number): Patience {
  return { periodSeconds: 60, bad, of: bad };
}

/** Patience of `bad` minutes out of `of`. */
export function minutesOf(bad: number, of: number): Patience {
  return { periodSeconds: 60, bad, of };
}

/** Patience of `bad` times five minutes in a row. */
export function fiveMinutes(bad: number): Patience {
  return { periodSeconds: 300, bad, of: bad };
}

/** Requests in a minute below which a share of errors says nothing. */
export const fewRequests = 20;

/** Expression of a share in percent, with nothing said of too few: `part` of `whole`, both sums. */
export function share(part: string, whole: string, few: number): string {
  return `IF(${whole} >= ${few}, 100 * ${part} / ${whole}, 0)`;
}
