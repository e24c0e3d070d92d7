import * as pulumi from "@pulumi/pulumi";

import { enclosing, formatCidr, parseCidr, subrange } from "../core/cidr";
import type { PlannedSubnet, SubnetPlan } from "./subnet-plan";

/** What awsx's children are changed to. */
export interface HardeningRequest {
  /** Name of the awsx component, which its children's names begin with. */
  readonly vpcName: string;
  /** Environment, which `Name` tags begin with. */
  readonly environment: string;
  /** Addresses of the subnets. */
  readonly plan: SubnetPlan;
  /** Whether the subnets get IPv6 ranges. */
  readonly dualStack: boolean;
}

/** Prefix of the IPv6 range that AWS deals out to a VPC. */
const vpcIpv6Prefix = 56;
/** Prefix of a subnet's IPv6 range. */
const subnetIpv6Prefix = 64;

const subnetType = "aws:ec2/subnet:Subnet";

/**
 * A transform for `awsx.ec2.Vpc` that makes its children what we want and it cannot: subnets placed by zone id, giving
 * out no addresses by themselves, with IPv6 ranges from our own plan (awsx's shift when a zone is added), and everything
 * labelled by environment and zone.
 *
 * Of all the ways to change the children of a remote component, `transforms` is the one that reaches them.
 */
export function hardening(request: HardeningRequest): pulumi.ResourceTransform {
  const { labels, subnets } = places(request);
  return ({ type, name, props, opts, custom }) => {
    if (!custom) return undefined;
    const tagged = relabelled(props, `${request.environment}-${labels.get(name) ?? name}`);
    const planned = subnets.get(name);
    if (type !== subnetType || planned === undefined) return { props: tagged, opts };
    return { props: hardenedSubnet(tagged, planned, request.dualStack), opts };
  };
}

/** Logical name that awsx gives to the things of one subnet: by position, counted from one. */
export function awsxSubnetName(vpcName: string, tier: string, position: number): string {
  return `${vpcName}-${tier}-${position + 1}`;
}

function places({ vpcName, plan }: HardeningRequest): {
  readonly labels: ReadonlyMap<string, string>;
  readonly subnets: ReadonlyMap<string, PlannedSubnet>;
} {
  const named = plan.tiers.flatMap(({ tier, subnets }) =>
    subnets.map((subnet, position) => ({
      name: awsxSubnetName(vpcName, tier, position),
      label: `${vpcName}-${tier}-${subnet.zoneId}`,
      subnet,
    })),
  );
  return {
    labels: new Map(named.map(({ name, label }) => [name, label])),
    subnets: new Map(named.map(({ name, subnet }) => [name, subnet])),
  };
}

/** Routes and associations carry no tags, and get none. */
function relabelled(props: pulumi.Inputs, label: string): pulumi.Inputs {
  // The inputs of any resource are untyped here; awsx writes tags as a map of strings.
  const tags = props.tags as Readonly<Record<string, string>> | undefined;
  return tags === undefined ? props : { ...props, tags: { ...tags, Name: label } };
}

/** What of awsx's choices is dropped: a zone's name, which each account deals out anew, and its IPv6 range. */
const dropped: ReadonlySet<string> = new Set(["availabilityZone", "ipv6CidrBlock"]);

function hardenedSubnet(
  props: pulumi.Inputs,
  { zoneId, ipv6Index }: PlannedSubnet,
  dualStack: boolean,
): pulumi.Inputs {
  // The inputs of any resource are untyped here; awsx writes a range, or nothing.
  const chosen = props.ipv6CidrBlock as pulumi.Input<string> | undefined;
  return {
    ...Object.fromEntries(Object.entries(props).filter(([property]) => !dropped.has(property))),
    availabilityZoneId: zoneId,
    mapPublicIpOnLaunch: false,
    assignIpv6AddressOnCreation: false,
    ...(dualStack ? { ipv6CidrBlock: pulumi.output(chosen).apply(replanned(ipv6Index)) } : {}),
  };
}

/** Our own choice among the /64 ranges of the /56 that awsx's choice lies in. */
function replanned(index: number): (chosen: string | undefined) => string | undefined {
  return (chosen) =>
    chosen === undefined
      ? undefined
      : ipv6Subnet(formatCidr(enclosing(parseCidr(chosen), vpcIpv6Prefix)), index);
}

/** The `index`-th /64 of a VPC's IPv6 range. */
export function ipv6Subnet(vpcRange: string, index: number): string {
  return formatCidr(subrange(parseCidr(vpcRange), subnetIpv6Prefix, index));
}
