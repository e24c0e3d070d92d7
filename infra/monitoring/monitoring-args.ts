import type { Criticality } from "../core/criticality";
import type { Monitored } from "../core/monitored";
import type { Capacity } from "../core/declarations";
import type { Scope } from "../core/scope";
import type { Severity } from "./severity";
import type { ToldTopic } from "./told-topic";

/** Arguments of a {@link Monitoring} layer. */
export interface MonitoringArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Everything that is watched, as all layers declare it. */
  readonly subjects: readonly Monitored[];
  /** What is installed, as all layers declare it. */
  readonly capacities: readonly Capacity[];
  /** What each workload depends on, by the workload's name. */
  readonly uses: Readonly<Record<string, readonly Dependency[]>>;
  /**
   * Topics of other layers, which subscribers hear too: without them nobody would.
   *
   * @default - none
   */
  readonly topics?: readonly ToldTopic[];
  /** How each workload is looked into, by its name. */
  readonly telemetry: Readonly<Record<string, TelemetryWord>>;
  /** Who hears what, what is promised, and when it is quiet. */
  readonly sizes: MonitoringSizes;
  /** Who answers for the watching itself. */
  readonly owner: string;
  /** How much the business depends on the environment. */
  readonly criticality: Criticality;
}

/**
 * How a workload is looked into. Logs, metrics, alarms, a dashboard and saved queries are everybody's; `traced` adds traces of
 * its requests.
 */
export const telemetryWords = ["standard", "traced"] as const;

/** How a workload is looked into; see {@link telemetryWords}. */
export type TelemetryWord = (typeof telemetryWords)[number];

/** A thing that a workload depends on. */
export interface Dependency {
  /** Kind of the thing, as the catalogue has it. */
  readonly kind: "database" | "table" | "cache" | "bucket" | "partner";
  /** Its name. */
  readonly name: string;
}

/** Protocols of subscriptions. Chat is reached by its own address for mail or HTTPS. */
export const protocols = ["email", "https"] as const;

/** Somebody, or something, that is told. */
export interface SubscriptionSpec {
  /** How. */
  readonly protocol: (typeof protocols)[number];
  /** Where: an address of mail, or an `https://` address that holds no credential. */
  readonly endpoint: string;
}

/** Promise of a workload behind the front door. */
export interface ObjectiveSpec {
  /** Share of answers that are no errors of ours, in percent, over 30 days. */
  readonly availabilityPercent: number;
}

/** A threshold that somebody has measured, instead of the one that follows from sizes. */
export interface OverrideSpec {
  /** Value that is compared with, in the unit of the alarm. */
  readonly threshold: number;
  /** Why, in one sentence: it is written into the alarm's description. */
  readonly reason: string;
}

/** A window in which nobody is called about some workloads and what they alone use. Alarms still change their state. */
export interface MuteSpec {
  /** When it begins: minute, hour, day of the month, month, day of the week, as `cron` has them. */
  readonly starts: string;
  /** Time zone of `starts`, such as `Europe/Madrid`. */
  readonly timezone: string;
  /** How long it lasts, in minutes. */
  readonly minutes: number;
  /** Services, fleets, databases, tables and caches that are quiet, by name. */
  readonly about: readonly string[];
}

/** How closely an environment is looked into: it costs by what is measured. */
export interface TelemetrySizes {
  /** Share of requests that are traced, in percent, of workloads that are traced at all. */
  readonly tracePercent: number;
  /** Whether CloudWatch looks for what is unusual in the logs of workloads. */
  readonly anomalies: boolean;
}

/** How the environment is watched. */
export interface MonitoringSizes {
  /** Whether the key of the topics refuses to be deleted. */
  readonly protect: boolean;
  /**
   * Whether this environment is told of what concerns the whole account: health of AWS, findings, the root user. One
   * environment of an account is enough; in the others the same rules are there, and switched off.
   */
  readonly accountEvents: boolean;
  /**
   * Who is told, by severity and by a name of your choice. The resources that exist follow these names, so that
   * environments that are to have the same ones name the same subscribers.
   */
  readonly subscriptions: Readonly<Record<Severity, Readonly<Record<string, SubscriptionSpec>>>>;
  /** How closely the environment is looked into. */
  readonly telemetry: TelemetrySizes;
  /**
   * Promises that differ from what follows from the workload's criticality, by its name.
   *
   * @default - none
   */
  readonly objectives?: Readonly<Record<string, ObjectiveSpec>>;
  /**
   * Thresholds that differ from what follows from sizes, by the alarm's name: kind, thing and what goes wrong, such as
   * `service-orders-cpu`.
   *
   * @default - none
   */
  readonly overrides?: Readonly<Record<string, OverrideSpec>>;
  /** Windows in which nobody is called, by a name of your choice; the resources that exist follow these names too. */
  readonly mutes: Readonly<Record<string, MuteSpec>>;
}
