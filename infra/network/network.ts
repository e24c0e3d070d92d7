import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { PlacedSubnet, Placement, Tier } from "../core/placement";
import { ClosedDefaults } from "./closed-defaults";
import { networkDeclarations } from "./declarations";
import { DnsFirewall } from "./dns-firewall";
import { Egress } from "./egress";
import { Endpoints } from "./endpoints";
import { servicesOf } from "./endpoint-services";
import { Exposure } from "./exposure";
import { FlowLogs } from "./flow-logs";
import { LogStore } from "./log-store";
import { managedDomainLists } from "./managed-domain-lists";
import { natBreakEven, type NatBreakEven } from "./nat-break-even";
import { type NetworkArgs, networkProblems, usualBalancerPorts, usualDataPorts } from "./network-args";
import { networkPrices } from "./prices";
import { describeProblems } from "../core/problem";
import { QueryLogs } from "./query-logs";
import { planSubnets, type SubnetPlan } from "./subnet-plan";
import { TierAcls } from "./tier-acls";
import { subnetsOf, type TieredVpc, tieredVpc } from "./tiered-vpc";

/**
 * The network of an environment: a VPC in tiers, its ways out and to AWS's services, what watches it and what keeps it
 * closed.
 *
 * Its name and parent are part of the identity of every subnet, for ever (`tieredVpc`).
 *
 * @throws Error naming everything that {@link networkProblems} finds, before anything is registered
 */
export class Network extends pulumi.ComponentResource {
  /** VPC id. */
  public readonly vpcId: pulumi.Output<string>;
  /** What other layers get of the network. */
  public readonly placement: Placement;
  /** NAT gateways against interface endpoints at the expected traffic. */
  public readonly natBreakEven: NatBreakEven;
  /** What the network says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    const problems = networkProblems(args);
    if (problems.length > 0) throw new Error(describeProblems(`network "${name}"`, problems));
    super("platform:network:Network", name, {}, opts);
    const plan = planSubnets({ ...args, zoneIds: args.zones.map(({ id }) => id) });

    const vpc = tieredVpc(name, args, plan, this);
    const egress = this.egress(name, args, vpc);
    const endpoints = this.endpoints(name, args, vpc, plan);
    const logs = this.logs(name, args, vpc);
    const firewall = this.dnsFirewall(name, args, vpc);
    this.closeDefaults(name, args, vpc);
    this.acls(name, args, vpc, plan);
    this.limitExposure(name, args, vpc);

    this.vpcId = vpc.id;
    this.placement = placement(args, plan, vpc);
    this.natBreakEven = breakEven(args);
    this.declarations = networkDeclarations({
      name,
      args,
      plan,
      vpcId: vpc.id,
      gateways: egress.gateways,
      endpoints: endpoints.interfaces,
      logs: Object.values(logs.targets),
      logKeyId: logs.keyId,
      firewallRuleGroupId: firewall.ruleGroupId,
    });
    this.registerOutputs({ vpcId: this.vpcId, placement: this.placement, natBreakEven: this.natBreakEven });
  }

  private egress(name: string, { nat, protect, environment }: NetworkArgs, vpc: TieredVpc): Egress {
    return new Egress(`${name}-egress`, { vpc, nat, protect, environment }, { parent: this });
  }

  private endpoints(name: string, args: NetworkArgs, vpc: TieredVpc, plan: SubnetPlan): Endpoints {
    const app = plan.tiers.find(({ tier }) => tier === "app");
    if (app === undefined) throw new Error(`network "${name}": the app tier is missing`);
    return new Endpoints(
      `${name}-endpoints`,
      { vpc, app, sizes: args.endpoints, trust: args, scope: args },
      { parent: this },
    );
  }

  private logs(name: string, args: NetworkArgs, vpc: TieredVpc): LogStore {
    const store = new LogStore(
      `${name}-logs`,
      { scope: args, retentionDays: args.logRetentionDays },
      { parent: this },
    );
    new FlowLogs(
      `${name}-flow-logs`,
      { vpcId: vpc.id, target: store.targets.flows, scope: args },
      { parent: this },
    );
    new QueryLogs(
      `${name}-query-logs`,
      { vpcId: vpc.id, target: store.targets["dns-queries"], scope: args },
      { parent: this },
    );
    return store;
  }

  private dnsFirewall(name: string, args: NetworkArgs, vpc: TieredVpc): DnsFirewall {
    const lists = args.domainLists ?? managedDomainLists(args.region);
    if (lists === undefined)
      throw new Error(`network "${name}": the domain lists of ${args.region} are missing`);
    return new DnsFirewall(
      `${name}-dns-firewall`,
      { vpcId: vpc.id, lists, scope: args, protect: args.protect },
      { parent: this },
    );
  }

  private closeDefaults(name: string, { environment }: NetworkArgs, vpc: TieredVpc): void {
    new ClosedDefaults(`${name}-default`, { vpcId: vpc.id, ...vpc.defaults, environment }, { parent: this });
  }

  private acls(name: string, args: NetworkArgs, vpc: TieredVpc, { tiers }: SubnetPlan): void {
    const needs = {
      nat: args.nat,
      dataPorts: args.dataPorts ?? usualDataPorts,
      balancerPorts: args.balancerPorts ?? usualBalancerPorts,
    };
    const { environment } = args;
    new TierAcls(`${name}-acl`, { vpc, tiers, needs, environment }, { parent: this });
  }

  private limitExposure(name: string, args: NetworkArgs, vpc: TieredVpc): void {
    const { nat, encryptionControl, balancerPorts = usualBalancerPorts } = args;
    new Exposure(
      `${name}-exposure`,
      { vpc, nat, encryptionControl, balancerPorts, scope: args },
      { parent: this },
    );
  }
}

function placement({ zones }: NetworkArgs, { cidr }: SubnetPlan, vpc: TieredVpc): Placement {
  const placed = (tier: Tier): readonly PlacedSubnet[] =>
    subnetsOf(vpc, tier).map(({ id, zoneId, cidr: range }) => ({ id, zoneId, cidr: range }));
  return {
    vpcId: vpc.id,
    vpcCidr: cidr,
    zones,
    subnets: {
      public: placed("public"),
      app: placed("app"),
      data: placed("data"),
      endpoints: placed("endpoints"),
    },
  };
}

function breakEven({ traffic, nat, zones, endpoints, region }: NetworkArgs): NatBreakEven {
  return natBreakEven({
    traffic,
    nat,
    zones: zones.length,
    endpoints: servicesOf(endpoints.groups).length,
    endpointZones: endpoints.zones,
    prices: networkPrices(region),
  });
}
