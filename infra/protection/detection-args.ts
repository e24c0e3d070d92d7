import type { Criticality } from "../core/criticality";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";

/** Standards of Security Hub that are checked. */
export const standards = ["cis", "fsbp"] as const;

/** A standard of Security Hub; see {@link standards}. */
export type Standard = (typeof standards)[number];

/** What AWS Config asks beyond the standards of Security Hub, as packs. */
export const conformancePacks = ["backups", "idle", "tags"] as const;

/** What AWS Config asks beyond the standards; see {@link conformancePacks}. */
export type ConformancePack = (typeof conformancePacks)[number];

/** What can be put right without a person. */
export const remediations = ["close-buckets", "close-default-groups"] as const;

/** What can be put right without a person; see {@link remediations}. */
export type Remediation = (typeof remediations)[number];

/** A control of Security Hub that is switched off, for a while. */
export interface DisabledControl {
  /** Standard that it is switched off in. */
  readonly standard: Standard;
  /** Its id, such as `EC2.10`. */
  readonly control: string;
  /** Why, for the reviewer. */
  readonly reason: string;
  /** Who answers for that. */
  readonly owner: string;
  /** Last day on which it holds: `2027-03-31`. From the next day on, a preview fails. */
  readonly expires: string;
}

/** What a Region has already, and is taken over instead of made. */
export interface AdoptedDetection {
  /**
   * Name of the configuration recorder.
   *
   * @default - it is made
   */
  readonly recorder?: string | undefined;
  /**
   * Name of the delivery channel.
   *
   * @default - it is made
   */
  readonly deliveryChannel?: string | undefined;
  /**
   * Id of GuardDuty's detector.
   *
   * @default - it is made
   */
  readonly detector?: string | undefined;
  /**
   * Whether Security Hub is on.
   *
   * @default false
   */
  readonly securityHub?: boolean | undefined;
  /**
   * Whether Macie is on.
   *
   * @default false
   */
  readonly macie?: boolean | undefined;
  /**
   * ARN of Detective's graph.
   *
   * @default - it is made
   */
  readonly detective?: string | undefined;
}

/** What configuration says of records and detection. */
export interface DetectionSettings {
  /** Days that the record of what is done cannot be deleted by anybody without a special right. */
  readonly trailLockDays: number;
  /** Days that records are kept, in the buckets and by Config. */
  readonly retentionDays: number;
  /** Whether Macie looks for sensitive data in buckets. */
  readonly macie: boolean;
  /** Share of the objects of classified buckets that Macie looks into each week, 1 to 100 percent. */
  readonly macieSamplePercent: number;
  /** What AWS Config asks beyond the standards of Security Hub. */
  readonly conformancePacks: readonly ConformancePack[];
  /** What is put right without a person; nothing is unless it is said here. */
  readonly remediations: readonly Remediation[];
  /** Whether Detective keeps a graph of who did what; needs GuardDuty for two days before. */
  readonly detective: boolean;
  /** Controls of Security Hub that are switched off. */
  readonly disabledControls: readonly DisabledControl[];
  /** What each Region has already. */
  readonly adopt: Readonly<Partial<Record<Region, AdoptedDetection>>>;
}

/** What {@link Detection} is made of. */
export interface DetectionArgs extends DetectionSettings {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** Regions that are watched. */
  readonly regions: readonly Region[];
  /** How much the business depends on it. */
  readonly criticality: Criticality;
  /** Who answers for it. */
  readonly owner: string;
  /** Today, `2026-11-26`. */
  readonly today: string;
}
