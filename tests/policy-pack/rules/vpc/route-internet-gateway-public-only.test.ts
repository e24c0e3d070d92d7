import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const gateway = aws("ec2/internetGateway:InternetGateway");
const link = aws("ec2/routeTableAssociation:RouteTableAssociation", {
  routeTableId: ref("table"),
  subnetId: ref("subnet"),
});
const subnet = (props: object) => aws("ec2/subnet:Subnet", { ...props });
const table = (props: object) => aws("ec2/routeTable:RouteTable", { ...props });
const out = aws("ec2/route:Route", {
  routeTableId: ref("table"),
  gatewayId: ref("gateway"),
  destinationCidrBlock: "0.0.0.0/0",
});
const inline = { routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway") }] };

fixtures("route-internet-gateway-public-only", {
  pass: {
    "a table of a subnet that is tagged public": {
      gateway,
      link,
      out,
      table: table({}),
      subnet: subnet({ tags: { SubnetType: "Public" } }),
    },
    "a table of a subnet that gives public addresses": {
      gateway,
      link,
      out,
      table: table({}),
      subnet: subnet({ mapPublicIpOnLaunch: true }),
    },
    "a table that leads to a NAT gateway": {
      link,
      subnet: subnet({}),
      table: table({ routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: UNKNOWN }] }),
    },
  },
  fail: {
    "a route that opens a private subnet": { gateway, link, out, table: table({}), subnet: subnet({}) },
    "an inline route that opens a private subnet": {
      gateway,
      link,
      table: table(inline),
      subnet: subnet({}),
    },
    "an IPv6 route that opens a private subnet": {
      link,
      subnet: subnet({}),
      table: table({ routes: [{ ipv6CidrBlock: "::/0", gatewayId: "igw-1" }] }),
    },
  },
  unknown: { none: "a route whose destination is unknown is not taken for an open one" },
  unset: { "a table without routes": ["pass", { link, table: table({}), subnet: subnet({}) }] },
  alias: {
    "a main route table that leads to an internet gateway": {
      gateway,
      table: aws("ec2/defaultRouteTable:DefaultRouteTable", { ...inline }),
    },
  },
  notApplicable: { "a table that no subnet uses": { gateway, table: table(inline) } },
});
