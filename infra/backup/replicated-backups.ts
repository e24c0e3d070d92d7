import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import type { BackedUp } from "../core/declarations";
import type { Region } from "../core/region";
import type { Arn } from "./backup-args";
import { replicatedSubjects } from "./replicated-subjects";
import type { BackupTier } from "./tiers";

/** Arguments of {@link ReplicatedBackups}. */
export interface ReplicatedBackupsArgs {
  /** Everything that says that it is backed up. */
  readonly subjects: readonly BackedUp[];
  /** What each word of criticality means. */
  readonly tiers: Readonly<Record<Criticality, BackupTier>>;
  /** Region that backups are replicated to. */
  readonly region: Region;
  /** Key of that Region which encrypts them there, by ARN. */
  readonly keyArn: Arn;
}

/**
 * Automated backups of databases, replicated to the other Region with their transaction logs as they are made: what a Region's
 * loss costs is minutes, where the daily copies of AWS Backup leave a day.
 */
export class ReplicatedBackups extends pulumi.ComponentResource {
  /** ARN of each database's replicated backups, by its name. */
  public readonly arns: Readonly<Record<string, pulumi.Output<string>>>;

  public constructor(name: string, args: ReplicatedBackupsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:ReplicatedBackups", name, {}, opts);
    this.arns = Object.fromEntries(
      replicatedSubjects(args.subjects, args.tiers).map(({ name: database, arn, retentionDays }) => {
        const replication = new aws.rds.InstanceAutomatedBackupsReplication(
          `${name}-${database}`,
          {
            region: args.region,
            sourceDbInstanceArn: arn,
            kmsKeyId: args.keyArn,
            retentionPeriod: retentionDays,
          },
          { parent: this },
        );
        // Its id is the ARN of the backups in the Region that they are replicated to.
        return [database, replication.id] as const;
      }),
    );
    this.registerOutputs({ arns: this.arns });
  }
}
