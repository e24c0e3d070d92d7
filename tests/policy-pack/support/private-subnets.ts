import { aws, type Program, ref, UNKNOWN } from "./fixtures";

const everywhere = { cidrBlock: "0.0.0.0/0" };

/** A VPC with a public and a private subnet, each with a table of its own. */
const network: Program = {
  vpc: aws("ec2/vpc:Vpc"),
  gateway: aws("ec2/internetGateway:InternetGateway", { vpcId: ref("vpc") }),
  open: aws("ec2/subnet:Subnet", { vpcId: ref("vpc") }),
  closed: aws("ec2/subnet:Subnet", { vpcId: ref("vpc") }),
  openTable: aws("ec2/routeTable:RouteTable", { vpcId: ref("vpc") }),
  closedTable: aws("ec2/routeTable:RouteTable", {
    vpcId: ref("vpc"),
    routes: [{ ...everywhere, natGatewayId: UNKNOWN }],
  }),
  way: aws("ec2/route:Route", {
    routeTableId: ref("openTable"),
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: ref("gateway"),
  }),
  openLink: aws("ec2/routeTableAssociation:RouteTableAssociation", {
    subnetId: ref("open"),
    routeTableId: ref("openTable"),
  }),
  closedLink: aws("ec2/routeTableAssociation:RouteTableAssociation", {
    subnetId: ref("closed"),
    routeTableId: ref("closedTable"),
  }),
};

/** A VPC whose subnet has no table of its own, with routes of the main one. */
function mainTable(routes: readonly object[]): Program {
  return {
    vpc: aws("ec2/vpc:Vpc"),
    gateway: aws("ec2/internetGateway:InternetGateway", { vpcId: ref("vpc") }),
    main: aws("ec2/defaultRouteTable:DefaultRouteTable", { defaultRouteTableId: ref("vpc"), routes }),
    subnet: aws("ec2/subnet:Subnet", { vpcId: ref("vpc") }),
  };
}

/** Programs of a type that holds `subnetIds`, which must be private. */
export function privateSubnetPrograms(type: string) {
  const group = (...subnets: readonly unknown[]): Program => ({ group: aws(type, { subnetIds: subnets }) });
  const unlinked = Object.fromEntries(Object.entries(network).filter(([name]) => name !== "openLink"));
  return {
    pass: {
      "a group of a private subnet": { ...network, ...group(ref("closed")) },
      "a group of a subnet whose main table leads nowhere": { ...mainTable([]), ...group(ref("subnet")) },
      "a group of a subnet with another gateway": {
        ...mainTable([{ ...everywhere, gatewayId: ref("other") }]),
        other: aws("ec2/vpnGateway:VpnGateway", { vpcId: ref("vpc") }),
        ...group(ref("subnet")),
      },
    },
    fail: {
      "a group of a public subnet": { ...network, ...group(ref("open")) },
      "a group with a public subnet among private ones": { ...network, ...group(ref("closed"), ref("open")) },
      "a group of a subnet whose main table leads out": {
        ...mainTable([{ ...everywhere, gatewayId: ref("gateway") }]),
        ...group(ref("subnet")),
      },
      "a group of a subnet whose VPC leads out by a route of its own": {
        ...unlinked,
        way: aws("ec2/route:Route", {
          routeTableId: ref("vpc"),
          destinationIpv6CidrBlock: "::/0",
          gatewayId: ref("gateway"),
        }),
        ...group(ref("open")),
      },
      "a group of a subnet of a chosen main table": {
        ...unlinked,
        choice: aws("ec2/mainRouteTableAssociation:MainRouteTableAssociation", {
          vpcId: ref("vpc"),
          routeTableId: ref("openTable"),
        }),
        ...group(ref("open")),
      },
    },
    unknown: {
      "a group of subnets that are computed": { ...network, group: aws(type, { subnetIds: UNKNOWN }) },
      "a group of a private subnet beside a route of a computed table": {
        ...network,
        stray: aws("ec2/route:Route", {
          routeTableId: UNKNOWN,
          destinationCidrBlock: "0.0.0.0/0",
          gatewayId: ref("gateway"),
        }),
        ...group(ref("closed")),
      },
      "a group of a private subnet with a route to a computed gateway": {
        ...network,
        second: aws("ec2/route:Route", {
          routeTableId: ref("closedTable"),
          destinationIpv6CidrBlock: "::/0",
          gatewayId: UNKNOWN,
        }),
        ...group(ref("closed")),
      },
      "a group of a private subnet with a second table that is computed": {
        ...network,
        second: aws("ec2/routeTableAssociation:RouteTableAssociation", {
          subnetId: ref("closed"),
          routeTableId: UNKNOWN,
        }),
        ...group(ref("closed")),
      },
      "a group of a subnet that a table of a computed subnet may be for": {
        ...mainTable([]),
        stray: aws("ec2/routeTableAssociation:RouteTableAssociation", {
          subnetId: UNKNOWN,
          routeTableId: "rtb-1",
        }),
        ...group(ref("subnet")),
      },
      "a group of subnets elsewhere": { ...network, ...group("subnet-1") },
      "a group of a private subnet and one elsewhere": { ...network, ...group(ref("closed"), "subnet-1") },
      "a group of a subnet whose table is elsewhere": {
        ...network,
        openLink: aws("ec2/routeTableAssociation:RouteTableAssociation", {
          subnetId: ref("open"),
          routeTableId: UNKNOWN,
        }),
        ...group(ref("open")),
      },
      "a group of a subnet whose gateway is computed": {
        ...mainTable([{ ...everywhere, gatewayId: UNKNOWN }]),
        ...group(ref("subnet")),
      },
      "a group that takes some of the subnets of a component": {
        shell: { type: "platform:network:Network", props: {} },
        ...network,
        open: { ...aws("ec2/subnet:Subnet", { vpcId: ref("vpc") }), parent: "shell" },
        closed: { ...aws("ec2/subnet:Subnet", { vpcId: ref("vpc") }), parent: "shell" },
        ...group(ref("shell")),
      },
    },
  };
}
