import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type NameScope, physicalName } from "../core/names";
import { type Tier, tiers } from "../core/placement";
import type { NatMode } from "./nat-mode";
import { subnetsOf, type TieredVpc } from "./tiered-vpc";

/** Arguments of {@link Exposure}. */
export interface ExposureArgs {
  /** VPC whose exposure is limited. */
  readonly vpc: TieredVpc;
  /** How private tiers reach the internet. */
  readonly nat: NatMode;
  /** Ports on which balancers answer the internet. */
  readonly balancerPorts: readonly number[];
  /** Whether traffic that is not encrypted on its way is only reported, or refused. */
  readonly encryptionControl: "monitor" | "enforce";
  /** Environment, account and Region. Its subnets are tagged with the environment. */
  readonly scope: NameScope;
}

/** A part of an access scope that names resources, or their types. */
interface ScopeEnd {
  readonly resourceStatement: {
    readonly resources?: pulumi.Input<string>[];
    readonly resourceTypes?: pulumi.Input<string>[];
  };
}

const everyInternetGateway: ScopeEnd = {
  resourceStatement: { resourceTypes: ["AWS::EC2::InternetGateway"] },
};
const everyInterface: ScopeEnd = { resourceStatement: { resourceTypes: ["AWS::EC2::NetworkInterface"] } };

/** Ranges of the ports that are not among some. */
export function portsWithout(ports: readonly number[]): string[] {
  const edges = [-1, ...[...ports].sort((one, other) => one - other), 65536];
  return edges.slice(1).flatMap((port, position) => {
    const first = (edges[position] ?? -1) + 1;
    return first < port ? [`${first}-${port - 1}`] : [];
  });
}

/**
 * Limits and proofs of what can be reached: the subnets that the account's block of public access leaves out, control
 * of encryption on the way, and scopes by which Network Access Analyzer finds paths that should not be. A scope has no
 * finding as long as nothing but the balancer's ports can be reached from the internet, and the data tier from the app
 * tier alone.
 */
export class Exposure extends pulumi.ComponentResource {
  private readonly label: string;

  public constructor(name: string, args: ExposureArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:network:Exposure", name, {}, opts);
    this.label = `${args.scope.environment}-${name}`;

    this.exclusions(name, args, "public", "allow-bidirectional");
    // These ways out stand in no public subnet, so that what the public tier is let do does not cover them.
    const ownWayOut =
      args.nat === "regional" || (args.nat !== "none" && args.vpc.ipv6CidrBlock !== undefined);
    if (ownWayOut) this.exclusions(name, args, "app", "allow-egress");

    this.encryptionControl(name, args);
    this.scopes(name, args);
    this.registerOutputs({});
  }

  /** Scopes speak of tiers by groups of their subnets, so that another zone changes none: AWS can only replace a scope. */
  private scopes(name: string, args: ExposureArgs): void {
    const ends = Object.fromEntries(
      tiers
        .filter((tier) => subnetsOf(args.vpc, tier).length > 0)
        .map((tier) => [tier, this.group(name, tier, args)]),
    ) as Partial<Record<Tier, ScopeEnd>>;
    const { public: facing, app, data, endpoints } = ends;
    for (const [tier, end] of Object.entries({ app, data, endpoints })) {
      if (end !== undefined) this.scope(name, `internet-to-${tier}`, fromInternet(end));
    }
    if (facing !== undefined)
      this.scope(name, "internet-to-public", pastTheBalancer(facing, args.balancerPorts));
    if (app !== undefined && data !== undefined) this.scope(name, "to-data", toData(data, app));
  }

  private group(name: string, tier: Tier, { scope }: ExposureArgs): ScopeEnd {
    const group = new aws.resourcegroups.Group(
      `${name}-${tier}`,
      {
        name: physicalName("resource-group", scope, `${name}-${tier}`),
        description: `Subnets of the tier ${tier} of ${scope.environment}`,
        resourceQuery: {
          type: "TAG_FILTERS_1_0",
          query: JSON.stringify({
            ResourceTypeFilters: ["AWS::EC2::Subnet"],
            TagFilters: [
              { Key: "Environment", Values: [scope.environment] },
              { Key: "Tier", Values: [tier] },
            ],
          }),
        },
      },
      { parent: this },
    );
    return { resourceStatement: { resources: [group.arn] } };
  }

  private exclusions(
    name: string,
    { vpc }: ExposureArgs,
    tier: Tier,
    mode: "allow-bidirectional" | "allow-egress",
  ): void {
    for (const { zoneId, id: subnetId } of subnetsOf(vpc, tier)) {
      new aws.ec2.VpcBlockPublicAccessExclusion(
        `${name}-${tier}-${zoneId}`,
        { subnetId, internetGatewayExclusionMode: mode, tags: { Name: `${this.label}-${tier}-${zoneId}` } },
        { parent: this },
      );
    }
  }

  /** Gateways to the internet cannot encrypt in hardware; what leaves by them is TLS's to encrypt. */
  private encryptionControl(name: string, { vpc, nat, encryptionControl: mode }: ExposureArgs): void {
    const without = (present: boolean): "enable" | "disable" => (present ? "enable" : "disable");
    const exclusions = {
      internetGatewayExclusion: without(true),
      natGatewayExclusion: without(nat !== "none"),
      egressOnlyInternetGatewayExclusion: without(nat !== "none" && vpc.ipv6CidrBlock !== undefined),
    };
    new aws.ec2.VpcEncryptionControl(
      name,
      { vpcId: vpc.id, mode, ...(mode === "enforce" ? exclusions : {}), tags: { Name: this.label } },
      { parent: this },
    );
  }

  private scope(name: string, what: string, paths: ScopePaths): void {
    new aws.ec2.NetworkInsightsAccessScope(
      `${name}-${what}`,
      { ...paths, tags: { Name: `${this.label}-${what}` } },
      { parent: this },
    );
  }
}

type ScopePaths = Pick<aws.ec2.NetworkInsightsAccessScopeArgs, "matchPaths" | "excludePaths">;

/** Paths from the internet to a private tier. */
function fromInternet(tier: ScopeEnd): ScopePaths {
  return { matchPaths: [{ source: everyInternetGateway, destination: tier }] };
}

/** Paths from the internet to the public tier on ports that no balancer has. */
function pastTheBalancer(publicTier: ScopeEnd, balancerPorts: readonly number[]): ScopePaths {
  const match = (protocols: string[], destinationPorts: string[]): object => ({
    source: everyInternetGateway,
    destination: { ...publicTier, packetHeaderStatement: { protocols, destinationPorts } },
  });
  return { matchPaths: [match(["tcp"], portsWithout(balancerPorts)), match(["udp"], ["0-65535"])] };
}

/** Paths to the data tier from anywhere but the app tier and itself. */
function toData(data: ScopeEnd, app: ScopeEnd): ScopePaths {
  return {
    matchPaths: [{ source: everyInterface, destination: data }],
    excludePaths: [app, data].map((source) => ({ source, destination: data })),
  };
}
