import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn } from "../core/arn";
import type { Tier } from "../core/placement";
import { partitionOf, type Region } from "../core/region";
import type { NatMode } from "./nat-mode";
import { subnetsOf, type TieredVpc } from "./tiered-vpc";

/** Arguments of {@link Exposure}. */
export interface ExposureArgs {
  /** VPC whose exposure is limited. */
  readonly vpc: TieredVpc;
  /** How private tiers reach the internet. */
  readonly nat: NatMode;
  /** Whether traffic that is not encrypted on its way is only reported, or refused. */
  readonly encryptionControl: "monitor" | "enforce";
  /** Account that owns the network, twelve digits. */
  readonly accountId: string;
  /** Region that the network lies in. */
  readonly region: Region;
  /** Environment, which `Name` tags begin with. */
  readonly environment: string;
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

/** TCP ports on which nothing of the public tier may be reached: all but those of HTTP and HTTPS. */
const portsOfNoBalancer = ["0-79", "81-442", "444-65535"];

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
    this.label = `${args.environment}-${name}`;

    this.exclusions(name, args, "public", "allow-bidirectional");
    // These ways out stand in no public subnet, so that what the public tier is let do does not cover them.
    const ownWayOut =
      args.nat === "regional" || (args.nat !== "none" && args.vpc.ipv6CidrBlock !== undefined);
    if (ownWayOut) this.exclusions(name, args, "app", "allow-egress");

    this.encryptionControl(name, args);
    this.scope(name, "from-internet", fromInternet(args));
    if (subnetsOf(args.vpc, "data").length > 0) this.scope(name, "to-data", toData(args));
    this.registerOutputs({});
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

/** Paths from the internet to private tiers, and to the public tier on ports that no balancer has. */
function fromInternet(args: ExposureArgs): ScopePaths {
  const hidden = (["app", "data", "endpoints"] as const).map((tier) => subnetsEnd(args, tier));
  const publicTier = subnetsEnd(args, "public");
  const header = (protocols: string[], destinationPorts: string[]): { packetHeaderStatement: object } => ({
    packetHeaderStatement: { protocols, destinationPorts },
  });
  const facing = publicTier.map((end) => [
    { source: everyInternetGateway, destination: { ...end, ...header(["tcp"], portsOfNoBalancer) } },
    { source: everyInternetGateway, destination: { ...end, ...header(["udp"], ["0-65535"]) } },
  ]);
  return {
    matchPaths: [
      ...hidden.flat().map((destination) => ({ source: everyInternetGateway, destination })),
      ...facing.flat(),
    ],
  };
}

/** Paths to the data tier from anywhere but the app tier and itself. */
function toData(args: ExposureArgs): ScopePaths {
  const data = subnetsEnd(args, "data");
  const allowed = [...subnetsEnd(args, "app"), ...data];
  return {
    matchPaths: data.map((destination) => ({ source: everyInterface, destination })),
    excludePaths: data.flatMap((destination) => allowed.map((source) => ({ source, destination }))),
  };
}

/** The subnets of a tier, as an end of paths; nothing where the network has no such tier. */
function subnetsEnd({ vpc, accountId, region }: ExposureArgs, tier: Tier): readonly ScopeEnd[] {
  const subnets = subnetsOf(vpc, tier);
  if (subnets.length === 0) return [];
  const subnetArn = (id: string): string =>
    arn({ partition: partitionOf(region), service: "ec2", region, accountId, resource: `subnet/${id}` });
  return [{ resourceStatement: { resources: subnets.map(({ id }) => id.apply(subnetArn)) } }];
}
