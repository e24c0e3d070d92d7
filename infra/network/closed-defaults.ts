import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Arguments of {@link ClosedDefaults}. */
export interface ClosedDefaultsArgs {
  /** VPC whose defaults are taken over. */
  readonly vpcId: pulumi.Input<string>;
  /** Its default network ACL. */
  readonly networkAclId: pulumi.Input<string>;
  /** Its default route table. */
  readonly routeTableId: pulumi.Input<string>;
  /** Environment, which `Name` tags begin with. */
  readonly environment: string;
}

/**
 * The security group, network ACL and route table that AWS makes with every VPC, taken over and emptied: what is put
 * into the VPC without being given its own can reach nothing and be reached by nothing.
 */
export class ClosedDefaults extends pulumi.ComponentResource {
  public constructor(name: string, args: ClosedDefaultsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:network:ClosedDefaults", name, {}, opts);
    const tags = { Name: `${args.environment}-${name}-unused` };

    new aws.ec2.DefaultSecurityGroup(
      `${name}-security-group`,
      { vpcId: args.vpcId, ingress: [], egress: [], tags },
      { parent: this },
    );
    new aws.ec2.DefaultNetworkAcl(
      `${name}-network-acl`,
      { defaultNetworkAclId: args.networkAclId, ingress: [], egress: [], tags },
      // AWS lists a subnet here between its creation and its association with its tier's ACL.
      { parent: this, ignoreChanges: ["subnetIds"] },
    );
    new aws.ec2.DefaultRouteTable(
      `${name}-route-table`,
      { defaultRouteTableId: args.routeTableId, routes: [], tags },
      { parent: this },
    );

    this.registerOutputs({});
  }
}
