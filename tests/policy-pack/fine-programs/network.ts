import { aws, type Program, ref } from "../support/fixtures";

const group = (props: object = {}) =>
  aws("ec2/securityGroup:SecurityGroup", { description: "What it is for", vpcId: ref("vpc"), ...props });
const vpc = aws("ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" });
const defaults = {
  closed: aws("ec2/defaultSecurityGroup:DefaultSecurityGroup", { vpcId: ref("vpc") }),
  flows: aws("ec2/flowLog:FlowLog", { vpcId: ref("vpc"), trafficType: "ALL", logDestination: "arn" }),
};
const tcp = (port: number, source: object) => ({
  ...{ protocol: "tcp", fromPort: port, toPort: port, description: "Callers" },
  ...source,
});
const world = { cidrBlocks: ["0.0.0.0/0"] };
const subnet = (props: object = {}) => aws("ec2/subnet:Subnet", { vpcId: ref("vpc"), ...props });

/** Networks as people have them. */
export const network: Readonly<Record<string, Program>> = {
  "a VPC with closed defaults and flow logs": { vpc, ...defaults },
  "a balancer that takes HTTP to send it on to HTTPS": {
    vpc,
    ...defaults,
    edge: group({ ingress: [tcp(80, world), tcp(443, world)] }),
    balancer: aws("lb/loadBalancer:LoadBalancer", {
      securityGroups: [ref("edge")],
      dropInvalidHeaderFields: true,
      enableDeletionProtection: true,
      accessLogs: { bucket: "logs", enabled: true },
    }),
    plain: aws("lb/listener:Listener", {
      loadBalancerArn: ref("balancer"),
      port: 80,
      protocol: "HTTP",
      defaultActions: [
        { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
      ],
    }),
    secure: aws("lb/listener:Listener", {
      loadBalancerArn: ref("balancer"),
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
      certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/1",
      defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }],
    }),
  },
  "groups with rules of their own": {
    vpc,
    ...defaults,
    edge: group(),
    app: group(),
    fromWorld: aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
      ...{ securityGroupId: ref("edge"), ipProtocol: "tcp", fromPort: 443, toPort: 443 },
      ...{ cidrIpv4: "0.0.0.0/0", description: "Everyone" },
    }),
    fromEdge: aws("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
      ...{ securityGroupId: ref("app"), ipProtocol: "tcp", fromPort: 8080, toPort: 8080 },
      ...{ referencedSecurityGroupId: ref("edge"), description: "The balancer" },
    }),
  },
  "groups with rules of the former kind": {
    vpc,
    ...defaults,
    data: group(),
    app: group(),
    rule: aws("ec2/securityGroupRule:SecurityGroupRule", {
      ...{ type: "ingress", protocol: "tcp", fromPort: 5432, toPort: 5432, description: "Services" },
      ...{ securityGroupId: ref("data"), sourceSecurityGroupId: ref("app") },
    }),
  },
  "a group that admits itself and the office": {
    vpc,
    ...defaults,
    group: group({ ingress: [tcp(22, { cidrBlocks: ["203.0.113.7/32"] }), tcp(8080, { self: true })] }),
  },
  "a group that admits the VPC over IPv4 and IPv6": {
    vpc,
    ...defaults,
    group: group({
      ingress: [tcp(443, { cidrBlocks: ["10.0.0.0/16"], ipv6CidrBlocks: ["fd00:ec2::/32"] })],
    }),
  },
  "a group that admits a prefix list of the office": {
    vpc,
    ...defaults,
    office: aws("ec2/managedPrefixList:ManagedPrefixList", {
      addressFamily: "IPv4",
      entries: [{ cidr: "203.0.113.0/28" }],
    }),
    group: group({ ingress: [tcp(22, { prefixListIds: [ref("office")] })] }),
  },
  "a network interface of its own": {
    vpc,
    ...defaults,
    interface: aws("ec2/networkInterface:NetworkInterface", { subnetId: "subnet-1" }),
  },
  "public and private subnets with a NAT gateway": {
    vpc,
    ...defaults,
    public: subnet({ availabilityZone: "eu-west-1a", tags: { SubnetType: "Public" } }),
    private: subnet({ availabilityZone: "eu-west-1a" }),
    gateway: aws("ec2/internetGateway:InternetGateway", { vpcId: ref("vpc") }),
    address: aws("ec2/eip:Eip", { domain: "vpc" }),
    nat: aws("ec2/natGateway:NatGateway", { subnetId: ref("public"), allocationId: ref("address") }),
    outward: aws("ec2/routeTable:RouteTable", {
      vpcId: ref("vpc"),
      routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway") }],
    }),
    inward: aws("ec2/routeTable:RouteTable", {
      vpcId: ref("vpc"),
      routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: ref("nat") }],
    }),
    outwardLink: aws("ec2/routeTableAssociation:RouteTableAssociation", {
      routeTableId: ref("outward"),
      subnetId: ref("public"),
    }),
    inwardLink: aws("ec2/routeTableAssociation:RouteTableAssociation", {
      routeTableId: ref("inward"),
      subnetId: ref("private"),
    }),
  },
  "an ACL that lets answers back in": {
    vpc,
    ...defaults,
    acl: aws("ec2/networkAcl:NetworkAcl", {
      vpcId: ref("vpc"),
      subnetIds: ["subnet-1"],
      ingress: [
        {
          ...{ ruleNo: 100, action: "allow", protocol: "tcp" },
          cidrBlock: "0.0.0.0/0",
          fromPort: 443,
          toPort: 443,
        },
        {
          ...{ ruleNo: 200, action: "deny", protocol: "tcp" },
          cidrBlock: "0.0.0.0/0",
          fromPort: 3389,
          toPort: 3389,
        },
        {
          ...{ ruleNo: 300, action: "allow", protocol: "tcp" },
          cidrBlock: "0.0.0.0/0",
          fromPort: 32768,
          toPort: 65535,
        },
      ],
    }),
  },
  "an endpoint that the organisation uses": {
    vpc,
    ...defaults,
    endpoint: aws("ec2/vpcEndpoint:VpcEndpoint", {
      vpcId: ref("vpc"),
      serviceName: "com.amazonaws.eu-west-1.s3",
      vpcEndpointType: "Gateway",
      policy: JSON.stringify({
        Statement: [
          {
            ...{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" },
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } },
          },
        ],
      }),
    }),
  },
};
