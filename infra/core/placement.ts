import type * as pulumi from "@pulumi/pulumi";

/**
 * Kinds of subnets, from the outside in: `public` faces the internet, `app` runs code, `data` holds data,
 * `endpoints` holds the network interfaces through which AWS's services are reached.
 */
export const tiers = ["public", "app", "data", "endpoints"] as const;

/** A kind of subnets; see {@link tiers}. */
export type Tier = (typeof tiers)[number];

/**
 * An availability zone.
 *
 * The id names the same physical zone in every account; the name (`eu-west-1a`) is dealt out per account, so it
 * identifies nothing and only serves where an API takes no id.
 */
export interface Zone {
  /** Zone id, such as `euw1-az1`. */
  readonly id: string;
  /** Zone name in this account, such as `eu-west-1a`. */
  readonly name: string;
}

/** One subnet, as other layers place things in it. */
export interface PlacedSubnet {
  /** Subnet id, which AWS assigns. */
  readonly id: pulumi.Input<string>;
  /** Id of the zone it lies in. */
  readonly zoneId: string;
  /** Its IPv4 range, known before anything exists. */
  readonly cidr: string;
}

/** What the other layers get of the network. */
export interface Placement {
  /** VPC id, which AWS assigns. */
  readonly vpcId: pulumi.Input<string>;
  /** IPv4 range of the VPC, known before anything exists. */
  readonly vpcCidr: string;
  /** Zones the network spans, in the order they were added. */
  readonly zones: readonly Zone[];
  /** Subnets by tier, each list in the order of {@link zones}; empty where the network has no such tier. */
  readonly subnets: Readonly<Record<Tier, readonly PlacedSubnet[]>>;
}
