import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { formatCidr, parseCidr, subrange } from "../core/cidr";
import { type AclRequest, type AclRule, tierAcl } from "./acl-rules";
import type { PlannedTier } from "./subnet-plan";
import { subnetsOf, type TieredVpc } from "./tiered-vpc";

/** Arguments of {@link TierAcls}. */
export interface TierAclsArgs {
  /** VPC that the ACLs belong to. */
  readonly vpc: TieredVpc;
  /** Tiers of the network. */
  readonly tiers: readonly PlannedTier[];
  /** What decides which rules the tiers need. */
  readonly needs: Omit<AclRequest, "tiers">;
  /** Environment, which `Name` tags begin with. */
  readonly environment: string;
}

/** A rule as AWS reads it. */
type NumberedRule = aws.types.input.ec2.NetworkAclIngress;

/** Prefix of a tier's IPv6 range: eight /64 ranges, one for each zone there may be. */
const tierIpv6Prefix = 61;
/** AWS reads rules by number; IPv6 rules stand in a range of their own, so that neither moves the other. */
const firstRule = { 4: 100, 6: 1100 } as const;
const ruleStep = 10;

/** A network ACL for each tier, with the rules that the tier needs (`tierAcl`). */
export class TierAcls extends pulumi.ComponentResource {
  public constructor(name: string, args: TierAclsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:network:TierAcls", name, {}, opts);
    const request = { ...args.needs, tiers: args.tiers.map(({ tier }) => tier) };

    for (const { tier } of args.tiers) {
      const { ingress, egress } = tierAcl(tier, request);
      new aws.ec2.NetworkAcl(
        `${name}-${tier}`,
        {
          vpcId: args.vpc.id,
          subnetIds: subnetsOf(args.vpc, tier).map(({ id }) => id),
          ingress: numbered(ingress, args),
          egress: numbered(egress, args),
          tags: { Name: `${args.environment}-${name}-${tier}` },
        },
        { parent: this },
      );
    }

    this.registerOutputs({});
  }
}

function numbered(rules: readonly AclRule[], args: TierAclsArgs): NumberedRule[] {
  const { vpc, tiers } = args;
  const forIpv4 = rules.map((rule, position) => ({
    ...written(rule, firstRule[4] + position * ruleStep),
    cidrBlock: ipv4Peer(rule, tiers),
  }));
  const range = vpc.ipv6CidrBlock;
  if (range === undefined) return forIpv4;
  const forIpv6 = rules.map((rule, position) => ({
    ...written(rule, firstRule[6] + position * ruleStep),
    ipv6CidrBlock: ipv6Peer(rule, tiers, range),
  }));
  return [...forIpv4, ...forIpv6];
}

function written({ action, fromPort, toPort }: AclRule, ruleNo: number): NumberedRule {
  return { ruleNo, action, protocol: "tcp", fromPort, toPort };
}

function ipv4Peer({ peer }: AclRule, tiers: readonly PlannedTier[]): string {
  return tiers.find(({ tier }) => tier === peer)?.block ?? "0.0.0.0/0";
}

function ipv6Peer(
  { peer }: AclRule,
  tiers: readonly PlannedTier[],
  vpcRange: pulumi.Output<string>,
): pulumi.Input<string> {
  const tier = tiers.find((planned) => planned.tier === peer);
  if (tier === undefined) return "::/0";
  return vpcRange.apply((range) => tierIpv6Block(range, tier));
}

/** IPv6 range of a tier within a VPC's. */
export function tierIpv6Block(vpcRange: string, { ipv6BlockIndex }: PlannedTier): string {
  return formatCidr(subrange(parseCidr(vpcRange), tierIpv6Prefix, ipv6BlockIndex));
}
