import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { Region } from "../core/region";
import { RegionProtection, type RegionProtectionArgs } from "./region-protection";

/** What {@link Protection} is made of. */
export interface ProtectionArgs extends Omit<RegionProtectionArgs, "region"> {
  /** Regions to protect, each once: those where something runs or will be recovered to. */
  readonly regions: readonly Region[];
}

/**
 * Blocks and defaults of which an account has exactly one: no public bucket anywhere, and in each Region what
 * {@link RegionProtection} sets. All of it is protected: taking any away needs `pulumi state unprotect` first.
 */
export class Protection extends pulumi.ComponentResource {
  /** What was built, to those who watch and review it. */
  public readonly declarations: readonly Declaration[];
  /** ARN of the key that encrypts volumes by default, by Region. */
  public readonly volumeKeyArns: Readonly<Record<string, pulumi.Output<string>>>;

  /**
   * @throws Error where no Region is named, or one twice
   */
  public constructor(name: string, args: ProtectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:protection:Protection", name, {}, { protect: true, ...opts });
    assertRegions(name, args.regions);

    this.blockPublicBuckets(name, args.accountId);
    const { regions, ...perRegion } = args;
    const protections = regions.map((region) => ({
      region,
      protection: new RegionProtection(`${name}-${region}`, { ...perRegion, region }, { parent: this }),
    }));

    this.volumeKeyArns = Object.fromEntries(
      protections.map(({ region, protection }) => [region, protection.volumeKeyArn]),
    );
    this.declarations = [...protections.flatMap(({ protection }) => protection.declarations), answers(name)];
    this.registerOutputs({ volumeKeyArns: this.volumeKeyArns });
  }

  private blockPublicBuckets(name: string, accountId: string): void {
    new aws.s3.AccountPublicAccessBlock(
      `${name}-buckets`,
      {
        accountId,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      { parent: this },
    );
  }
}

function assertRegions(name: string, regions: readonly Region[]): void {
  const twice = regions.filter((region, position) => regions.indexOf(region) !== position);
  if (twice.length > 0)
    throw new Error(`protection "${name}": regions names ${twice.join(", ")} more than once`);
  if (regions.length === 0)
    throw new Error(`protection "${name}": regions is empty; at least one is required`);
}

function answers(name: string): Declaration {
  return {
    family: "answers",
    practices: ["SEC03-BP07", "SEC08-BP01", "SEC08-BP02"],
    by: name,
    how: "Public buckets and snapshots are refused account-wide; volumes are encrypted with a rotated key by default.",
  };
}
