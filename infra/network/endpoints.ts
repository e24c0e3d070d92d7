import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { endpointServiceName } from "../core/arn";
import { type NameScope, physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import {
  dynamodbEndpointStatements,
  type EndpointTrust,
  interfaceEndpointStatements,
  s3EndpointStatements,
} from "./endpoint-policies";
import { type EndpointService, type EndpointSizes, servicesOf } from "./endpoint-services";
import type { PlannedTier } from "./subnet-plan";
import { tierIpv6Block } from "./tier-acls";
import { subnetsOf, type TieredVpc } from "./tiered-vpc";

/** Arguments of {@link Endpoints}. */
export interface EndpointsArgs {
  /** VPC that gets the endpoints. */
  readonly vpc: TieredVpc;
  /** The app tier, which alone may use the interface endpoints. */
  readonly app: PlannedTier;
  /** Which interface endpoints there are, and in how many zones. */
  readonly sizes: EndpointSizes;
  /** Whom the endpoints serve. */
  readonly trust: EndpointTrust;
  /** Environment, account and Region. */
  readonly scope: NameScope;
}

/** An interface endpoint, as alarms and reviews know it. */
export interface BuiltEndpoint {
  /** Its logical name. */
  readonly name: string;
  /** Full name of the service it leads to. */
  readonly serviceName: string;
  /** Service it leads to, in the catalogue's words. */
  readonly service: EndpointService;
  /** Its id. */
  readonly id: pulumi.Output<string>;
}

const https = 443;

/**
 * Ways to AWS's services that do not leave the network: gateway endpoints for S3 and DynamoDB on every private route
 * table, which cost nothing, and interface endpoints in the tier of their own. Each has a policy that admits our own
 * principals only.
 */
export class Endpoints extends pulumi.ComponentResource {
  /** Interface endpoints, in the catalogue's order. */
  public readonly interfaces: readonly BuiltEndpoint[];

  public constructor(name: string, args: EndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:network:Endpoints", name, {}, opts);

    this.gateway(name, "s3", policyDocument(s3EndpointStatements(args.trust)), args);
    this.gateway(name, "dynamodb", policyDocument(dynamodbEndpointStatements(args.trust)), args);

    const services = servicesOf(args.sizes.groups);
    const groupIds = services.length === 0 ? [] : [this.securityGroup(name, args).id];
    this.interfaces = services.map((service) => this.interface(name, service, args, groupIds));
    this.registerOutputs({ interfaceIds: this.interfaces.map(({ id }) => id) });
  }

  private gateway(name: string, service: string, policy: pulumi.Input<string>, args: EndpointsArgs): void {
    const endpointName = `${name}-${service}`;
    const endpoint = new aws.ec2.VpcEndpoint(
      endpointName,
      {
        vpcId: args.vpc.id,
        vpcEndpointType: "Gateway",
        serviceName: endpointServiceName(service, args.trust.region),
        policy,
        tags: { Name: `${args.scope.environment}-${endpointName}` },
      },
      { parent: this },
    );
    // Each a resource of its own, so that another zone or tier adds some and changes none.
    for (const { tier, zoneId, routeTableId } of args.vpc.subnets.filter(({ tier }) => tier !== "public")) {
      new aws.ec2.VpcEndpointRouteTableAssociation(
        `${endpointName}-${tier}-${zoneId}`,
        { vpcEndpointId: endpoint.id, routeTableId },
        { parent: this },
      );
    }
  }

  private interface(
    name: string,
    service: EndpointService,
    args: EndpointsArgs,
    securityGroupIds: pulumi.Input<string>[],
  ): BuiltEndpoint {
    const endpointName = `${name}-${service.service}`;
    const serviceName = endpointServiceName(service.service, args.trust.region);
    const subnets = subnetsOf(args.vpc, "endpoints").slice(0, args.sizes.zones);
    const endpoint = new aws.ec2.VpcEndpoint(
      endpointName,
      {
        vpcId: args.vpc.id,
        vpcEndpointType: "Interface",
        serviceName,
        subnetIds: subnets.map(({ id }) => id),
        securityGroupIds,
        privateDnsEnabled: true,
        policy: policyDocument(interfaceEndpointStatements(service, args.trust)),
        tags: { Name: `${args.scope.environment}-${endpointName}` },
      },
      { parent: this },
    );
    return { name: endpointName, serviceName, service, id: endpoint.id };
  }

  /** Answers pass without a rule, so the group has none for what leaves. */
  private securityGroup(name: string, { vpc, app, scope }: EndpointsArgs): aws.ec2.SecurityGroup {
    const groupName = physicalName("security-group", scope, name);
    const group = new aws.ec2.SecurityGroup(
      name,
      {
        name: groupName,
        description: "Interface endpoints: HTTPS from the app tier",
        vpcId: vpc.id,
        tags: { Name: groupName },
      },
      { parent: this },
    );
    this.admit(`${name}-from-app`, group, { cidrIpv4: app.block });
    if (vpc.ipv6CidrBlock !== undefined) {
      const cidrIpv6 = vpc.ipv6CidrBlock.apply((range) => tierIpv6Block(range, app));
      this.admit(`${name}-from-app-ipv6`, group, { cidrIpv6 });
    }
    return group;
  }

  private admit(
    name: string,
    group: aws.ec2.SecurityGroup,
    source: Pick<aws.vpc.SecurityGroupIngressRuleArgs, "cidrIpv4" | "cidrIpv6">,
  ): void {
    new aws.vpc.SecurityGroupIngressRule(
      name,
      {
        securityGroupId: group.id,
        description: "HTTPS from the app tier",
        ipProtocol: "tcp",
        fromPort: https,
        toPort: https,
        ...source,
      },
      { parent: this },
    );
  }
}
