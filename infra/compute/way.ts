import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** A way from one security group to another. */
export interface Way {
  /** Security group of who opens the connection. */
  readonly from: pulumi.Input<string>;
  /** Security group of who accepts it. */
  readonly to: pulumi.Input<string>;
  /** TCP port that is listened on. */
  readonly port: number;
  /** Who goes where, as both rules say it. */
  readonly description: string;
}

/**
 * What EC2 accepts in a rule's description.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html
 */
const refusedInDescriptions = /[^A-Za-z0-9. _\-:/()#,@[\]+=&;{}!$*]/g;
const longestDescription = 255;

/** Both rules of a way: what one group lets out, the other lets in, and neither more. */
export function openWay(parent: pulumi.Resource, name: string, { from, to, port, description }: Way): void {
  const both = {
    description: description.replaceAll(refusedInDescriptions, " ").slice(0, longestDescription),
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
  };
  new aws.vpc.SecurityGroupEgressRule(
    name,
    { ...both, securityGroupId: from, referencedSecurityGroupId: to },
    { parent },
  );
  new aws.vpc.SecurityGroupIngressRule(
    name,
    { ...both, securityGroupId: to, referencedSecurityGroupId: from },
    { parent },
  );
}
