import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Arn, BackupSizes, Receivers } from "./backup-args";
import { vaultName, type VaultSite } from "./backup-names";
import { BackupVault } from "./backup-vault";
import { EventTopic } from "./event-topic";
import type { BackupTier } from "./tiers";
import { lockSettings } from "./vault-lock";
import { type Guard, vaultKeyStatements } from "./vault-policies";

/** Arguments of {@link RegionVaults}. */
export interface RegionVaultsArgs extends Guard {
  /** Which Region it is. */
  readonly site: VaultSite;
  /** Words of criticality that have a vault here, the most critical first. */
  readonly words: readonly Criticality[];
  /** What each word means. */
  readonly tiers: Readonly<Record<Criticality, BackupTier>>;
  /** How vaults are kept. */
  readonly sizes: Pick<BackupSizes, "complianceLocks" | "keyDeletionWindowDays">;
  /** Who is called when something is wrong with them. */
  readonly owner: string;
  /** Who hears what they tell. */
  readonly receivers: Receivers;
}

/** The vaults of one Region, a key of their own that encrypts them, and a topic on which they tell what happens. */
export class RegionVaults extends pulumi.ComponentResource {
  /** Vault of each word. */
  public readonly vaults: Readonly<Partial<Record<Criticality, BackupVault>>>;
  /** ARN of the key. */
  public readonly keyArn: pulumi.Output<string>;
  /** ARN of the topic. */
  public readonly topicArn: pulumi.Output<string>;
  /** ARN of the queue for events that could not be told. */
  public readonly deadLetterArn: pulumi.Output<string>;
  /** What is watched of it. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: RegionVaultsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:RegionVaults", name, {}, opts);
    const { site, owner, words } = args;
    const criticality = words[0] ?? "low";
    const key = this.key(name, args);
    const topic = new EventTopic(
      `${name}-events`,
      {
        ...{ scope: args.scope, site, key, criticality, owner, receivers: args.receivers },
        pagedVaults: pagedVaults(args),
      },
      { parent: this },
    );
    const entries = words.map(
      (word) => [word, this.vault(`${name}-${word}`, word, args, { key, topic })] as const,
    );

    this.vaults = Object.fromEntries(entries);
    this.keyArn = key.arn;
    this.topicArn = topic.topicArn;
    this.deadLetterArn = topic.deadLetterArn;
    this.declarations =
      site === "home"
        ? [
            {
              family: "monitored",
              kind: "key",
              name,
              criticality,
              owner,
              dimensions: { KeyId: key.id },
            },
            ...topic.declarations,
          ]
        : [];
    this.registerOutputs({ keyArn: this.keyArn, topicArn: this.topicArn });
  }

  private key(name: string, args: RegionVaultsArgs): aws.kms.Key {
    const { scope, protect, sizes, site } = args;
    const alias = physicalName("kms-alias", scope, `backup/${site}`);
    const key = new aws.kms.Key(
      name,
      {
        region: scope.region,
        description: `${scope.environment}, backups: ${site === "home" ? "beside what they save" : "copies from another Region"}`,
        enableKeyRotation: true,
        deletionWindowInDays: sizes.keyDeletionWindowDays,
        policy: policyDocument(vaultKeyStatements(args)),
        tags: { Name: alias },
      },
      { parent: this, protect },
    );
    new aws.kms.Alias(name, { region: scope.region, name: alias, targetKeyId: key.id }, { parent: this });
    return key;
  }

  private vault(
    name: string,
    word: Criticality,
    args: RegionVaultsArgs,
    { key, topic }: { readonly key: { readonly arn: Arn }; readonly topic: { readonly topicArn: Arn } },
  ): BackupVault {
    const { scope, site, breakGlassRole, protect, tiers, sizes } = args;
    const lock = lockSettings(tiers[word], sizes.complianceLocks[word]);
    return new BackupVault(
      name,
      {
        scope,
        site,
        word,
        breakGlassRole,
        protect,
        keyArn: key.arn,
        topicArn: topic.topicArn,
        ...(lock === undefined ? {} : { lock }),
      },
      { parent: this },
    );
  }
}

/** Vaults of the words whose failed backups call somebody at once. Copies are made anew the next day. */
function pagedVaults({ scope, site, words, tiers }: RegionVaultsArgs): readonly string[] {
  if (site === "copy") return [];
  return words.filter((word) => tiers[word].severity === "page").map((word) => vaultName(scope, site, word));
}
