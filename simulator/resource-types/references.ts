import type { Reference } from "./definition";

const BLOCKED = "DependencyViolation";

/** A resource inside a VPC: AWS deletes the VPC only after it. */
export const IN_VPC: Reference = {
  types: ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"],
  missing: "InvalidVpcID.NotFound",
  holds: BLOCKED,
};

/** A resource that speaks of a VPC and disappears with it. */
export const ABOUT_VPC: Reference = { types: IN_VPC.types, missing: "InvalidVpcId.NotFound" };

/** A resource with a network interface or an association in a subnet. */
export const IN_SUBNET: Reference = {
  types: ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"],
  missing: "InvalidSubnetID.NotFound",
  holds: BLOCKED,
};

/** A resource that speaks of a subnet and disappears with it. */
export const ABOUT_SUBNET: Reference = { types: IN_SUBNET.types, missing: "InvalidSubnetID.NotFound" };

/** A route or association of a route table. */
export const OF_ROUTE_TABLE: Reference = {
  types: ["aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"],
  missing: "InvalidRouteTableID.NotFound",
};

/** An association that must go before its route table. */
export const USES_ROUTE_TABLE: Reference = { ...OF_ROUTE_TABLE, holds: BLOCKED };

/** A rule of a security group. */
export const OF_SECURITY_GROUP: Reference = {
  types: ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
  missing: "InvalidGroup.NotFound",
};

/** Something that uses a security group: a rule that names it, a network interface. */
export const USES_SECURITY_GROUP: Reference = { ...OF_SECURITY_GROUP, holds: BLOCKED };

/** A rule or association of a network ACL. */
export const OF_NETWORK_ACL: Reference = {
  types: ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"],
  missing: "InvalidNetworkAclID.NotFound",
};
