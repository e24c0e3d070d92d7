import type * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import type { BackedUp } from "../core/declarations";
import type { EncryptionKey } from "../core/encryption-key";
import type { LogRetentionDays } from "../core/log-retention";
import type { Placement } from "../core/placement";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";
import type { BackupTier } from "./tiers";
import type { ComplianceLocks } from "./vault-lock";

/** Arguments of a {@link Backup} layer. */
export interface BackupArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Everything that says that it is backed up. */
  readonly subjects: readonly BackedUp[];
  /** Where restores are tried: the data tier, apart from everything in it. */
  readonly placement: Placement;
  /** The platform's key, which encrypts what looks at restored things, and its log. */
  readonly key: EncryptionKey;
  /** Who is called when backups fail. */
  readonly owner: string;
  /** Who hears of what happens to backups, in both Regions. */
  readonly receivers: Receivers;
  /** Times in which databases refuse backups of ours. */
  readonly databaseWindows: DatabaseWindows;
  /** How it is kept in this environment. */
  readonly sizes: BackupSizes;
  /**
   * What each word of criticality means.
   *
   * @default - the platform's own table, `backupTiers`
   */
  readonly tiers?: Readonly<Record<Criticality, BackupTier>>;
}

/** Who hears of what happens to backups, each by a name that is the same in every environment. */
export interface Receivers {
  /** Who is called at once: of failed backups of whatever has the severity `page` in the table of tiers. */
  readonly page: Readonly<Record<string, Receiver>>;
  /** Who is given work for the day: of everything. */
  readonly ticket: Readonly<Record<string, Receiver>>;
}

/** Somebody who is told. */
export interface Receiver {
  /** How. */
  readonly protocol: "email" | "https";
  /** Where: an address of mail, or an https:// address without a credential. */
  readonly endpoint: string;
}

/** Times in which databases refuse backups of ours. */
export interface DatabaseWindows {
  /** Daily time of a database's own backups, in UTC, such as `01:00-02:00`; the hour before is refused, too. */
  readonly backupWindow: string;
  /** Weekly time of maintenance, in UTC, such as `sun:03:00-sun:04:00`. */
  readonly maintenanceWindow: string;
}

/** How backups of an environment are kept. */
export interface BackupSizes {
  /** Whether vaults and their keys refuse to be deleted, and recovery points to everybody but the break-glass role. */
  readonly protect: boolean;
  /** Region that copies go to: any but the environment's own. */
  readonly copyRegion: Region;
  /** Time at which the daily backup starts, in UTC, such as `05:00`; the others follow by an hour and a half each. */
  readonly startTime: string;
  /** Name of the role, of this account, that alone may delete recovery points where they are protected. */
  readonly breakGlassRole: string;
  /** Days in which the deletion of a key can still be called off, 7 to 30. */
  readonly keyDeletionWindowDays: number;
  /** Days that logs of restore tests are kept. */
  readonly logRetentionDays: LogRetentionDays;
  /**
   * Whether recovery points of `critical` go to the air-gapped vault, too. What is in there cannot be deleted by anybody
   * before its retention ends, and costs money until then. The vault itself, while empty, can be.
   */
  readonly airGappedCopies: boolean;
  /** Locks in compliance mode, each confirmed by the name of its vault; all others are in governance mode. */
  readonly complianceLocks: ComplianceLocks;
}

/** An ARN that is known, or will be. */
export type Arn = pulumi.Input<string>;
