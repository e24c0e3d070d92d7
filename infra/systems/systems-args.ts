import type { Criticality } from "../core/criticality";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";

/** Operating systems whose patches are managed. */
export const patchedSystems = [
  "amazon-linux-2",
  "amazon-linux-2023",
  "red-hat-enterprise-linux",
  "windows",
] as const;

/** An operating system whose patches are managed; see {@link patchedSystems}. */
export type PatchedSystem = (typeof patchedSystems)[number];

/** An environment as a ring of patching: what has soaked in it reaches the next one. */
export interface PatchRing {
  /** Environment whose instances are in the ring. */
  readonly environment: string;
  /** Region of the environment. */
  readonly region: Region;
  /** Days that a patch is in the ring before the next one gets it. */
  readonly soakDays: number;
  /** Weekly window in which patches are installed, in UTC: `tue:03:00-tue:06:00`; whole hours, 2 at least. */
  readonly window: string;
}

/** How instances are patched. */
export interface Patching {
  /** Operating systems that instances run. */
  readonly operatingSystems: readonly PatchedSystem[];
  /** Days after its release on which the first ring gets a patch for a severe hole. */
  readonly severeAfterDays: number;
  /** Days after its release on which the first ring gets any other patch. */
  readonly otherAfterDays: number;
  /** Rings, the first to be patched first. */
  readonly rings: readonly PatchRing[];
}

/** How sessions on instances are. */
export interface Sessions {
  /** Minutes without a key pressed after which a session ends, 1 to 60. */
  readonly idleMinutes: number;
  /** Minutes after which a session ends in any case, 1 to 1440. */
  readonly maximumMinutes: number;
  /** User of the operating system that a session runs as; it has to be on every instance. */
  readonly runAs: string;
  /** Days that what was typed and answered is kept. */
  readonly retentionDays: number;
}

/** What Parameter Store does by default. */
export interface Parameters {
  /** Tier of parameters that say none. `advanced` and what `intelligent-tiering` moves there are charged for each. */
  readonly tier: "advanced" | "intelligent-tiering" | "standard";
  /** Whether more than 40 requests a second are answered, which is charged for each request. */
  readonly highThroughput: boolean;
}

/** What configuration says of Systems Manager. */
export interface SystemsSettings {
  /** How sessions on instances are. */
  readonly sessions: Sessions;
  /** What Parameter Store does by default. */
  readonly parameters: Parameters;
  /** How instances are patched. */
  readonly patching: Patching;
  /** Regions in which the preferences of sessions are there already. */
  readonly adopt: Readonly<Partial<Record<Region, { readonly sessionPreferences: boolean }>>>;
}

/** What {@link Systems} is made of. */
export interface SystemsArgs extends SystemsSettings {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** Regions in which instances are managed. */
  readonly regions: readonly Region[];
  /** Environments of the account, with their Regions: each is a ring. */
  readonly environments: Readonly<Record<string, { readonly region: Region }>>;
  /** Days in which the deletion of the keys can still be called off, 7 to 30. */
  readonly keyDeletionWindowDays: number;
  /** How much the business depends on it. */
  readonly criticality: Criticality;
  /** Who answers for it. */
  readonly owner: string;
}
