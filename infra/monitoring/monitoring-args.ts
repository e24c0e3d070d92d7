import type { EncryptionKey } from "../core/encryption-key";
import type { Criticality } from "../core/criticality";
import type { Monitored } from "../core/monitored";
import type { Scope } from "../core/scope";
import type { Severity } from "./severity";

/** Arguments of a {@link Monitoring} layer. */
export interface MonitoringArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Key that encrypts the topics and what could not be delivered: the platform's. */
  readonly key: EncryptionKey;
  /** Everything that is watched, as all layers declare it. */
  readonly subjects: readonly Monitored[];
  /** What each workload depends on, by the workload's name. */
  readonly uses: Readonly<Record<string, readonly Dependency[]>>;
  /** Who hears what, and what is promised. */
  readonly sizes: MonitoringSizes;
  /** Who is called when the watching itself fails. */
  readonly owner: string;
  /** How much the business depends on the environment. */
  readonly criticality: Criticality;
}

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

/** How the environment is watched. */
export interface MonitoringSizes {
  /**
   * Who is told, by severity and by a name of your choice. The resources that exist follow these names, so that
   * environments that are to have the same ones name the same subscribers.
   */
  readonly subscriptions: Readonly<Record<Severity, Readonly<Record<string, SubscriptionSpec>>>>;
  /**
   * Promises that differ from what follows from the workload's criticality, by its name.
   *
   * @default - none
   */
  readonly objectives?: Readonly<Record<string, ObjectiveSpec>>;
}
