import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Region } from "../core/region";
import { volumeKeyPolicy } from "./volume-key-policy";

/** Whose images instances may start from. */
export interface AllowedImages {
  /** Whether all others are refused, only noted, or allowed. */
  readonly state: "audit-mode" | "disabled" | "enabled";
  /** Who makes images: `amazon`, `aws-marketplace`, `aws-backup-vault`, or an account. The account itself always may. */
  readonly providers: readonly string[];
}

/** What {@link RegionProtection} is made of. */
export interface RegionProtectionArgs {
  /** Region to protect. */
  readonly region: Region;
  /** Account to protect, twelve digits. */
  readonly accountId: string;
  /** Environment that names of resources begin with. */
  readonly environment: string;
  /** Internet traffic that VPCs refuse, save subnets with an exclusion. `off` leaves it to routes and security groups. */
  readonly vpcBlockPublicAccess: "block-bidirectional" | "block-ingress" | "off";
  /** Public sharing of EBS snapshots that is refused: all of it, or only what is not public yet. */
  readonly snapshotSharing: "block-all-sharing" | "block-new-sharing";
  /** Images that instances may start from, beyond the account's own. */
  readonly allowedImages: AllowedImages;
  /** Days in which the key's deletion can still be called off, 7 to 30. */
  readonly keyDeletionWindowDays: number;
  /** How much the business depends on what the key encrypts. */
  readonly criticality: Criticality;
  /** Who is called when the key is disabled or about to be deleted. */
  readonly owner: string;
}

/**
 * Blocks and defaults of which an account has one per Region: volumes encrypted by default with a key of the account's
 * own, snapshots and images not shared with the public, internet traffic refused by VPCs, metadata only with a token, no
 * serial console.
 */
export class RegionProtection extends pulumi.ComponentResource {
  /** What the key is, to those who watch it. */
  public readonly declarations: readonly Declaration[];
  /** ARN of the key that encrypts volumes by default. */
  public readonly volumeKeyArn: pulumi.Output<string>;

  public constructor(name: string, args: RegionProtectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:protection:RegionProtection", name, {}, opts);

    const key = this.createVolumeKey(name, args);
    this.encryptVolumes(name, args, key);
    this.blockPublicAccess(name, args);
    this.allowImages(name, args);

    this.volumeKeyArn = key.arn;
    this.declarations = [
      {
        family: "monitored",
        kind: "key",
        name: `${name}-volumes`,
        criticality: args.criticality,
        owner: args.owner,
        dimensions: { KeyId: key.keyId },
      },
    ];
    this.registerOutputs({ volumeKeyArn: this.volumeKeyArn });
  }

  private createVolumeKey(name: string, args: RegionProtectionArgs): aws.kms.Key {
    const key = new aws.kms.Key(
      `${name}-volumes`,
      {
        region: args.region,
        description: "Encrypts EBS volumes and snapshots that name no other key",
        policy: policyDocument(volumeKeyPolicy(args.region, args.accountId)),
        enableKeyRotation: true,
        deletionWindowInDays: args.keyDeletionWindowDays,
      },
      { parent: this },
    );
    new aws.kms.Alias(
      `${name}-volumes`,
      { region: args.region, name: physicalName("kms-alias", args, "volumes"), targetKeyId: key.keyId },
      { parent: this },
    );
    return key;
  }

  private encryptVolumes(name: string, { region }: RegionProtectionArgs, key: aws.kms.Key): void {
    const defaultKey = new aws.ebs.DefaultKmsKey(
      `${name}-volumes`,
      { region, keyArn: key.arn },
      { parent: this },
    );
    // The key first, so that no volume is ever encrypted with the one that AWS would take instead.
    new aws.ebs.EncryptionByDefault(
      `${name}-volumes`,
      { region, enabled: true },
      { parent: this, dependsOn: defaultKey },
    );
  }

  private allowImages(name: string, { region, accountId, allowedImages }: RegionProtectionArgs): void {
    const { state, providers } = allowedImages;
    const criteria = { imageCriterions: [{ imageProviders: [...providers, accountId] }] };
    new aws.ec2.AllowedImagesSettings(
      `${name}-allowed-images`,
      { region, state, ...(state === "disabled" ? {} : criteria) },
      { parent: this },
    );
  }

  private blockPublicAccess(name: string, args: RegionProtectionArgs): void {
    const { region } = args;
    const opts = { parent: this };
    new aws.ec2.ImageBlockPublicAccess(`${name}-images`, { region, state: "block-new-sharing" }, opts);
    new aws.ec2.SerialConsoleAccess(`${name}-serial-console`, { region, enabled: false }, opts);
    // Containers on an instance are one hop further away than the instance itself.
    new aws.ec2.InstanceMetadataDefaults(
      `${name}-metadata`,
      {
        region,
        httpEndpoint: "enabled",
        httpTokens: "required",
        httpPutResponseHopLimit: 2,
        instanceMetadataTags: "disabled",
      },
      opts,
    );
    new aws.ebs.SnapshotBlockPublicAccess(
      `${name}-snapshots`,
      { region: args.region, state: args.snapshotSharing },
      { parent: this },
    );
    new aws.ec2.VpcBlockPublicAccessOptions(
      `${name}-vpcs`,
      { region: args.region, internetGatewayBlockMode: args.vpcBlockPublicAccess },
      { parent: this },
    );
  }
}
