import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { backupAudit, backupAuditTag } from "../core/backup-tags";
import type { Criticality } from "../core/criticality";
import { policyDocument } from "../core/policy-document";
import type { Arn } from "./backup-args";
import { vaultName, type VaultSite } from "./backup-names";
import type { LockSettings } from "./vault-lock";
import { type Guard, vaultStatements } from "./vault-policies";

/** Arguments of {@link BackupVault}. */
export interface BackupVaultArgs extends Guard {
  /** Where it stands. */
  readonly site: VaultSite;
  /** Word of criticality whose recovery points it keeps. */
  readonly word: Criticality;
  /** Key that encrypts them. */
  readonly keyArn: Arn;
  /** Topic on which it tells what happens. */
  readonly topicArn: Arn;
  /**
   * Limits of retention that hold against those who may delete.
   *
   * @default - no lock; recovery points can be deleted early
   */
  readonly lock?: LockSettings;
}

/**
 * What a vault tells by itself: what EventBridge does not, an object of a bucket that is not in its backup, and the end of
 * every restore. Failed jobs come by EventBridge; their words are deprecated here.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultNotifications.html, as of 2026-11
 */
const toldEvents = [
  "COPY_JOB_FAILED",
  "RESTORE_JOB_COMPLETED",
  "S3_BACKUP_OBJECT_FAILED",
  "S3_RESTORE_OBJECT_FAILED",
];

/** A vault of one tier: encrypted, guarded by a policy, locked where the tier says so, and telling what happens. */
export class BackupVault extends pulumi.ComponentResource {
  /** Name of the vault, known before it exists. */
  public readonly vaultName: string;
  /** ARN of the vault. */
  public readonly arn: pulumi.Output<string>;

  public constructor(name: string, args: BackupVaultArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:BackupVault", name, {}, opts);
    const { scope, site, word, protect } = args;
    this.vaultName = vaultName(scope, site, word);

    const vault = new aws.backup.Vault(
      name,
      {
        region: scope.region,
        name: this.vaultName,
        kmsKeyArn: args.keyArn,
        // What an unprotected environment backed up goes with it; a protected one has to be emptied by hand first.
        forceDestroy: !protect,
        tags: { Criticality: word, Name: this.vaultName, [backupAuditTag]: backupAudit(word) },
      },
      { parent: this, protect },
    );
    this.guard(name, args, vault);

    this.arn = vault.arn;
    this.registerOutputs({ vaultName: this.vaultName, arn: this.arn });
  }

  private guard(name: string, args: BackupVaultArgs, vault: aws.backup.Vault): void {
    const { lock, protect, topicArn } = args;
    const { region } = args.scope;
    new aws.backup.VaultPolicy(
      name,
      { region, backupVaultName: vault.name, policy: policyDocument(vaultStatements(args)) },
      { parent: this },
    );
    new aws.backup.VaultNotifications(
      name,
      { region, backupVaultName: vault.name, snsTopicArn: topicArn, backupVaultEvents: toldEvents },
      { parent: this },
    );
    if (lock === undefined) return;
    new aws.backup.VaultLockConfiguration(
      name,
      { region, backupVaultName: vault.name, ...lock },
      { parent: this, protect },
    );
  }
}
