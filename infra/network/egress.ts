import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { NatMode } from "./nat-mode";
import { type BuiltSubnet, subnetsOf, type TieredVpc } from "./tiered-vpc";

/** Arguments of {@link Egress}. */
export interface EgressArgs {
  /** VPC whose app tier gets a way out. */
  readonly vpc: TieredVpc;
  /** How it reaches the internet over IPv4. */
  readonly nat: NatMode;
  /** Whether the public addresses refuse to be deleted. Partners may have put them on their lists. */
  readonly protect: boolean;
  /** Environment, which `Name` tags begin with. */
  readonly environment: string;
}

/** A NAT gateway, as alarms and reviews know it. */
export interface BuiltGateway {
  /** Its logical name. */
  readonly name: string;
  /** Its id. */
  readonly id: pulumi.Output<string>;
  /** Public addresses it has; for a regional one, one in each zone in use. */
  readonly addresses: number;
}

/**
 * The app tier's way to the internet: NAT gateways for IPv4, an egress-only gateway for IPv6, and the routes to them.
 *
 * Routes have the same names in every mode, so that changing the mode updates where they lead. A change still gives the
 * network other public addresses: those of a mode go with it.
 */
export class Egress extends pulumi.ComponentResource {
  /** NAT gateways, in the order of the zones. */
  public readonly gateways: readonly BuiltGateway[];

  private readonly label: string;

  public constructor(name: string, args: EgressArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:network:Egress", name, {}, opts);
    this.label = `${args.environment}-${name}`;

    const gatewayOf = this.natGateways(name, args);
    for (const subnet of subnetsOf(args.vpc, "app")) {
      const gateway = gatewayOf(subnet);
      if (gateway !== undefined) this.route(name, subnet, gateway.id);
    }
    if (args.nat !== "none" && args.vpc.ipv6CidrBlock !== undefined) this.ipv6WayOut(name, args.vpc);

    this.gateways = distinct(subnetsOf(args.vpc, "app").map(gatewayOf));
    this.registerOutputs({ gatewayIds: this.gateways.map(({ id }) => id) });
  }

  /** Builds the gateways of the mode, and says which one a subnet of the app tier uses. */
  private natGateways(name: string, args: EgressArgs): (subnet: BuiltSubnet) => BuiltGateway | undefined {
    const zonal = (subnet: BuiltSubnet): BuiltGateway => this.zonalGateway(name, subnet, args);
    const places = subnetsOf(args.vpc, "public");
    switch (args.nat) {
      case "none":
        return () => undefined;
      case "regional": {
        const gateway = this.regionalGateway(name, args.vpc);
        return () => gateway;
      }
      case "single": {
        const gateway = places.slice(0, 1).map(zonal)[0];
        return () => gateway;
      }
      case "per-zone": {
        const gateways = new Map(places.map((subnet) => [subnet.zoneId, zonal(subnet)]));
        return ({ zoneId }) => gateways.get(zoneId);
      }
    }
  }

  private zonalGateway(name: string, { zoneId, id: subnetId }: BuiltSubnet, args: EgressArgs): BuiltGateway {
    const gatewayName = `${name}-${zoneId}`;
    const tags = { Name: `${this.label}-${zoneId}` };
    const address = new aws.ec2.Eip(
      gatewayName,
      { domain: "vpc", tags },
      { parent: this, protect: args.protect },
    );
    const gateway = new aws.ec2.NatGateway(
      gatewayName,
      { subnetId, allocationId: address.allocationId, tags },
      // AWS accepts a public gateway only once the VPC has its internet gateway.
      { parent: this, dependsOn: [args.vpc.component] },
    );
    return { name: gatewayName, id: gateway.id, addresses: 1 };
  }

  private regionalGateway(name: string, vpc: TieredVpc): BuiltGateway {
    const gateway = new aws.ec2.NatGateway(
      name,
      { vpcId: vpc.id, availabilityMode: "regional", connectivityType: "public", tags: { Name: this.label } },
      { parent: this, dependsOn: [vpc.component] },
    );
    return { name, id: gateway.id, addresses: subnetsOf(vpc, "app").length };
  }

  private route(
    name: string,
    { zoneId, routeTableId }: BuiltSubnet,
    natGatewayId: pulumi.Input<string>,
  ): void {
    new aws.ec2.Route(
      `${name}-app-${zoneId}`,
      { routeTableId, destinationCidrBlock: "0.0.0.0/0", natGatewayId },
      { parent: this },
    );
  }

  private ipv6WayOut(name: string, vpc: TieredVpc): void {
    const gateway = new aws.ec2.EgressOnlyInternetGateway(
      `${name}-ipv6`,
      { vpcId: vpc.id, tags: { Name: `${this.label}-ipv6` } },
      { parent: this },
    );
    for (const { zoneId, routeTableId } of subnetsOf(vpc, "app")) {
      new aws.ec2.Route(
        `${name}-app-${zoneId}-ipv6`,
        { routeTableId, destinationIpv6CidrBlock: "::/0", egressOnlyGatewayId: gateway.id },
        { parent: this },
      );
    }
  }
}

function distinct(gateways: readonly (BuiltGateway | undefined)[]): readonly BuiltGateway[] {
  return [...new Set(gateways)].filter((gateway) => gateway !== undefined);
}
