import * as ec2 from "@pulumi/awsx/ec2";
import * as pulumi from "@pulumi/pulumi";

import type { Tier } from "../core/placement";
import { childId, namedChildren, vpcProperty } from "./awsx-children";
import { awsxSubnetName, hardening } from "./hardening";
import type { NetworkArgs } from "./network-args";
import type { PlannedSubnet, PlannedTier, SubnetPlan } from "./subnet-plan";

/** A subnet that was built as planned. */
export interface BuiltSubnet extends PlannedSubnet {
  /** Tier it belongs to. */
  readonly tier: Tier;
  /** Subnet id. */
  readonly id: pulumi.Output<string>;
  /** Id of its route table. */
  readonly routeTableId: pulumi.Output<string>;
}

/** A VPC and its subnets, as the network's other parts use them. */
export interface TieredVpc {
  /** VPC id. */
  readonly id: pulumi.Output<string>;
  /** Ids of what AWS makes with every VPC. */
  readonly defaults: {
    /** Network ACL of subnets that have none. */
    readonly networkAclId: pulumi.Output<string>;
    /** Route table of subnets that have none. */
    readonly routeTableId: pulumi.Output<string>;
  };
  /** IPv6 range that AWS dealt out; nothing unless the network is dual-stack. */
  readonly ipv6CidrBlock: pulumi.Output<string> | undefined;
  /** Every subnet, tier by tier, in the order of the zones. */
  readonly subnets: readonly BuiltSubnet[];
  /** The component that everything else waits for where it needs the internet gateway. */
  readonly component: pulumi.Resource;
}

/** Type of awsx's subnets, by tier: which of them have a way out is ours to say, so all that are not public are private. */
const awsxType: Readonly<Record<Tier, "Public" | "Private" | "Isolated">> = {
  public: "Public",
  app: "Private",
  data: "Isolated",
  endpoints: "Isolated",
};

/**
 * Builds the VPC by `ec2.Vpc`: subnets, a route table for each, and an internet gateway with routes from the public
 * tier. Ways out of private tiers are not awsx's business here (`Egress`), so that changing them updates routes and
 * never replaces one.
 *
 * The component's name and parent are chosen for ever: awsx loses aliases, and with them every subnet.
 */
export function tieredVpc(
  name: string,
  args: NetworkArgs,
  plan: SubnetPlan,
  parent: pulumi.Resource,
): TieredVpc {
  const dualStack = args.dualStack ?? false;
  const vpc = new ec2.Vpc(
    name,
    {
      cidrBlock: plan.cidr,
      availabilityZoneNames: args.zones.map((zone) => zone.name),
      subnetStrategy: "Auto",
      subnetSpecs: plan.tiers.map(({ tier, subnets }) => ({
        name: tier,
        type: awsxType[tier],
        cidrBlocks: subnets.map(({ cidr }) => cidr),
        tags: { Tier: tier },
      })),
      natGateways: { strategy: "None" },
      enableDnsHostnames: true,
      enableDnsSupport: true,
      enableNetworkAddressUsageMetrics: true,
      ...(dualStack ? { assignGeneratedIpv6CidrBlock: true } : {}),
      tags: { Name: `${args.environment}-${name}` },
    },
    {
      parent,
      protect: args.protect,
      transforms: [hardening({ vpcName: name, environment: args.environment, plan, dualStack })],
    },
  );

  return {
    id: vpcProperty(vpc.vpc, "id"),
    defaults: {
      networkAclId: vpcProperty(vpc.vpc, "defaultNetworkAclId"),
      routeTableId: vpcProperty(vpc.vpc, "defaultRouteTableId"),
    },
    ipv6CidrBlock: dualStack ? vpcProperty(vpc.vpc, "ipv6CidrBlock") : undefined,
    subnets: builtSubnets(name, plan.tiers, vpc),
    component: vpc,
  };
}

function builtSubnets(name: string, tiers: readonly PlannedTier[], vpc: ec2.Vpc): readonly BuiltSubnet[] {
  const subnetByName = namedChildren(vpc.subnets);
  const routeTableByName = namedChildren(vpc.routeTables);
  return tiers.flatMap(({ tier, subnets }) =>
    subnets.map((subnet, position) => {
      const logicalName = awsxSubnetName(name, tier, position);
      return {
        ...subnet,
        tier,
        id: childId(subnetByName, logicalName),
        routeTableId: childId(routeTableByName, logicalName),
      };
    }),
  );
}

/** Subnets of one tier. */
export function subnetsOf(vpc: TieredVpc, tier: Tier): readonly BuiltSubnet[] {
  return vpc.subnets.filter((subnet) => subnet.tier === tier);
}
