import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { backupAuditTag } from "../core/backup-tags";
import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import { describeProblems } from "../core/problem";
import type { Scope } from "../core/scope";
import { backupAnswers } from "./backup-answers";
import type { BackupArgs } from "./backup-args";
import { airGappedVaultName, usedWords, vaultName } from "./backup-names";
import { backupProblems } from "./backup-problems";
import { ManagedRole, managedPolicies } from "./managed-role";
import { RegionVaults } from "./region-vaults";
import { testedKinds } from "./restore-plan";
import { ReplicatedBackups } from "./replicated-backups";
import { RestoreTesting } from "./restore-testing";
import { RestoreValidation } from "./restore-validation";
import { backupLimits } from "./tier-problems";
import { TierPlan } from "./tier-plan";
import { type BackupTier, backupTiers, isAirGapped, isCopied, isScanned, rulesOf } from "./tiers";

/**
 * Backups of an environment: a plan, a vault and a vault for copies for each word of criticality that something has.
 *
 * Which things there are depends on those words alone; sizes change their settings.
 *
 * @throws Error naming everything that `backupProblems` finds, before anything is registered
 */
export class Backup extends pulumi.ComponentResource {
  /** ARN of the vault of each word, beside what it saves. */
  public readonly vaultArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the vault of each word that is copied, in the other Region. */
  public readonly copyVaultArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the key that encrypts copies in the other Region. */
  public readonly copyKeyArn: pulumi.Output<string>;
  /** ARN of the replicated automated backups of each database that has them, in the other Region, by its name. */
  public readonly replicatedArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the topic on which vaults tell what EventBridge does not. */
  public readonly eventsTopicArn: pulumi.Output<string>;
  /** ARN of the topic on which tampering with copies is told, in their own Region. */
  public readonly copyEventsTopicArn: pulumi.Output<string>;
  /** ARN of the queue for what could not be told there. */
  public readonly copyDeadLetterArn: pulumi.Output<string>;
  /** What the layer says about itself. */
  public readonly declarations: readonly Declaration[];
  private readonly tiers: Readonly<Record<Criticality, BackupTier>>;
  private readonly words: readonly Criticality[];

  public constructor(
    name: string,
    private readonly args: BackupArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    const problems = backupProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`backup "${name}"`, problems));
    super("platform:backup:Backup", name, {}, opts);
    this.tiers = args.tiers ?? backupTiers;
    this.words = usedWords(args.subjects);

    const home = this.vaults(`${name}-home`, "home", this.words);
    const copy = this.vaults(
      `${name}-copy`,
      "copy",
      this.words.filter((word) => isCopied(this.tiers[word])),
    );
    this.plan(name, home, copy);
    const replicated = this.replicate(`${name}-replicated`, copy);
    const validation = this.testRestores(name, home);

    this.vaultArns = arnsOf(home);
    this.copyVaultArns = arnsOf(copy);
    this.copyKeyArn = copy.keyArn;
    this.replicatedArns = replicated.arns;
    this.eventsTopicArn = home.topicArn;
    this.copyEventsTopicArn = copy.topicArn;
    this.copyDeadLetterArn = copy.deadLetterArn;
    this.declarations = [
      ...home.declarations,
      ...copy.declarations,
      ...validation.declarations,
      ...backupAnswers(name),
    ];
    this.registerOutputs({
      vaultArns: this.vaultArns,
      copyVaultArns: this.copyVaultArns,
      copyKeyArn: this.copyKeyArn,
      replicatedArns: this.replicatedArns,
      eventsTopicArn: this.eventsTopicArn,
      copyEventsTopicArn: this.copyEventsTopicArn,
      copyDeadLetterArn: this.copyDeadLetterArn,
    });
  }

  private scopeOf(site: "home" | "copy"): Scope {
    const { scope, sizes } = this.args;
    return site === "home" ? scope : { ...scope, region: sizes.copyRegion };
  }

  private vaults(name: string, site: "home" | "copy", words: readonly Criticality[]): RegionVaults {
    const { sizes, owner, receivers } = this.args;
    return new RegionVaults(
      name,
      {
        scope: this.scopeOf(site),
        site,
        words,
        tiers: this.tiers,
        sizes,
        owner,
        receivers,
        breakGlassRole: sizes.breakGlassRole,
        protect: sizes.protect,
      },
      { parent: this },
    );
  }

  private plan(name: string, home: RegionVaults, copy: RegionVaults): void {
    const { scope, sizes } = this.args;
    const backupRole = this.role(`${name}-role`, "backup", managedPolicies.backup);
    const scanned = this.words.some((word) => isScanned(this.tiers[word]));
    const scanner = scanned
      ? this.role(`${name}-scanner`, "malware-protection.guardduty", managedPolicies.scan)
      : undefined;
    const airGapped = this.airGappedVault(`${name}-air-gapped`);
    for (const word of this.words) {
      new TierPlan(
        `${name}-plan-${word}`,
        {
          scope,
          word,
          tier: this.tiers[word],
          startTime: sizes.startTime,
          vaultName: vaultName(scope, "home", word),
          copyVaultArn: copy.vaults[word]?.arn,
          airGappedVaultArn: sizes.airGappedCopies ? airGapped?.arn : undefined,
          backupRoleArn: backupRole.arn,
          scannerRoleArn: scanner?.arn,
        },
        // A plan names its vault, and AWS refuses one that is not there.
        { parent: this, dependsOn: [home, copy] },
      );
    }
  }

  private replicate(name: string, copy: RegionVaults): ReplicatedBackups {
    const { subjects, sizes } = this.args;
    return new ReplicatedBackups(
      name,
      { subjects, tiers: this.tiers, region: sizes.copyRegion, keyArn: copy.keyArn },
      { parent: this },
    );
  }

  private testRestores(name: string, home: RegionVaults): RestoreValidation {
    const { scope, placement, key, sizes, owner, subjects } = this.args;
    const restoreRole = this.role(`${name}-restore-role`, "backup", managedPolicies.restore);
    new RestoreTesting(
      `${name}-restore-test`,
      {
        scope,
        placement,
        kinds: testedKinds(subjects),
        tiers: this.tiers,
        vaultArns: arnsOf(home),
        keyArn: home.keyArn,
        restoreRoleArn: restoreRole.arn,
      },
      { parent: this },
    );
    const tested = this.words.filter((word) => this.tiers[word].restoreTest !== undefined);
    return new RestoreValidation(
      `${name}-restore-validation`,
      {
        scope,
        targets: new Map(tested.map((word) => [word, this.tiers[word].rtoMinutes ?? 0])),
        key,
        vaultKeyArn: home.keyArn,
        deadLetterArn: home.deadLetterArn,
        logRetentionDays: sizes.logRetentionDays,
        owner,
      },
      { parent: this },
    );
  }

  private role(name: string, service: string, policies: readonly string[]): ManagedRole {
    return new ManagedRole(name, { scope: this.args.scope, service, policies }, { parent: this });
  }

  /**
   * The air-gapped vault. AWS's own key encrypts it, on purpose: whoever took over the account could delete a key of ours, and
   * with it what the vault keeps from everybody.
   */
  private airGappedVault(name: string): aws.backup.LogicallyAirGappedVault | undefined {
    const kept = this.words
      .filter((word) => isAirGapped(this.tiers[word]))
      .flatMap((word) => rulesOf(this.tiers[word]))
      .filter(({ airGapped }) => airGapped)
      .map(({ keepDays }) => keepDays);
    if (kept.length === 0) return undefined;
    const { scope, sizes } = this.args;
    const vault = airGappedVaultName(scope);
    return new aws.backup.LogicallyAirGappedVault(
      name,
      {
        name: vault,
        minRetentionDays: backupLimits.airGappedDays,
        maxRetentionDays: Math.max(...kept),
        tags: { Name: vault, [backupAuditTag]: "included" },
      },
      { parent: this, protect: sizes.protect },
    );
  }
}

function arnsOf({ vaults }: RegionVaults): Readonly<Record<string, pulumi.Output<string>>> {
  return Object.fromEntries(Object.entries(vaults).map(([word, { arn }]) => [word, arn]));
}
