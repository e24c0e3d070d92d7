import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { formatCidr, parseCidr, subrange } from "../core/cidr";
import { type AclRequest, type AclRule, type PlacedAclRule, tierAcl } from "./acl-rules";
import type { PlannedTier } from "./subnet-plan";
import { type BuiltSubnet, subnetsOf, type TieredVpc } from "./tiered-vpc";

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

/** Prefix of a tier's IPv6 range: eight /64 ranges, one for each zone there may be. */
const tierIpv6Prefix = 61;
/** AWS reads rules by number; IPv6 rules stand in a range of their own, so that neither moves the other. */
const firstIpv6Rule = 10_000;

/**
 * A network ACL for each tier, with the rules that the tier needs (`tierAcl`). Rules and associations are resources of
 * their own, so that another tier or zone adds some and changes none.
 */
export class TierAcls extends pulumi.ComponentResource {
  public constructor(name: string, args: TierAclsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:network:TierAcls", name, {}, opts);
    const request = { ...args.needs, tiers: args.tiers.map(({ tier }) => tier) };

    for (const { tier } of args.tiers) {
      const aclName = `${name}-${tier}`;
      const acl = new aws.ec2.NetworkAcl(
        aclName,
        { vpcId: args.vpc.id, tags: { Name: `${args.environment}-${aclName}` } },
        { parent: this },
      );
      const { ingress, egress } = tierAcl(tier, request);
      for (const rule of ingress) {
        this.rule(`${aclName}-from-${ruleKey(rule)}`, { ...rule, acl, egress: false }, args);
      }
      for (const rule of egress) {
        this.rule(`${aclName}-to-${ruleKey(rule)}`, { ...rule, acl, egress: true }, args);
      }
      this.associate(aclName, acl, subnetsOf(args.vpc, tier));
    }

    this.registerOutputs({});
  }

  private rule(
    name: string,
    rule: PlacedAclRule & { readonly acl: aws.ec2.NetworkAcl; readonly egress: boolean },
    { vpc: { ipv6CidrBlock }, tiers }: TierAclsArgs,
  ): void {
    const { acl, egress, action: ruleAction, fromPort, toPort } = rule;
    const common = { networkAclId: acl.id, egress, ruleAction, protocol: "tcp", fromPort, toPort };
    // AWS refuses a second rule of the same number.
    const opts = { parent: this, deleteBeforeReplace: true };
    new aws.ec2.NetworkAclRule(
      name,
      { ...common, ruleNumber: rule.number, cidrBlock: ipv4Peer(rule, tiers) },
      opts,
    );
    if (ipv6CidrBlock === undefined) return;
    const ruleNumber = firstIpv6Rule + rule.number;
    new aws.ec2.NetworkAclRule(
      `${name}-ipv6`,
      { ...common, ruleNumber, ipv6CidrBlock: ipv6Peer(rule, tiers, ipv6CidrBlock) },
      opts,
    );
  }

  private associate(name: string, acl: aws.ec2.NetworkAcl, subnets: readonly BuiltSubnet[]): void {
    for (const { zoneId, id: subnetId } of subnets) {
      new aws.ec2.NetworkAclAssociation(
        `${name}-${zoneId}`,
        { networkAclId: acl.id, subnetId },
        { parent: this },
      );
    }
  }
}

function ruleKey({ action, peer, slot }: PlacedAclRule): string {
  return action === "deny" ? `${peer}-denied-${slot}` : `${peer}-${slot}`;
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
