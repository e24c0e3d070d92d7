import { aws, fixtures, type Program, ref, UNKNOWN } from "../../support/fixtures";

const subnet = (availabilityZone: unknown) => aws("ec2/subnet:Subnet", { availabilityZone });
const link = (name: string) =>
  aws("ec2/routeTableAssociation:RouteTableAssociation", { routeTableId: ref("table"), subnetId: ref(name) });
const route = aws("ec2/route:Route", { routeTableId: ref("table"), natGatewayId: ref("gateway") });
const zones = (inside: unknown, outside: unknown, gateway: object = {}): Program => ({
  public: subnet(outside),
  gateway: aws("ec2/natGateway:NatGateway", { subnetId: ref("public"), ...gateway }),
  private: subnet(inside),
  table: aws("ec2/routeTable:RouteTable"),
  link: link("private"),
});

fixtures("nat-gateway-in-own-zone", {
  pass: {
    "a subnet with a gateway in its zone": { ...zones("a", "a"), route },
    "a subnet with a regional gateway": { ...zones("a", "b", { availabilityMode: "regional" }), route },
  },
  fail: {
    "a subnet with a gateway in another zone": { ...zones("a", "b"), route },
    "two subnets of which one is in another zone": {
      ...zones("a", "a"),
      route,
      second: subnet("b"),
      secondLink: link("second"),
    },
  },
  unknown: { "a zone that is computed": { ...zones(UNKNOWN, "a"), route } },
  unset: { "a subnet whose zone is left to AWS": ["undetermined", { ...zones(null, "a"), route }] },
  alias: {
    "a route in its table": {
      ...zones("a", "b"),
      table: aws("ec2/routeTable:RouteTable", {
        routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: ref("gateway") }],
      }),
    },
  },
  notApplicable: {
    "a gateway of another stack": {
      private: subnet("a"),
      table: aws("ec2/routeTable:RouteTable"),
      link: link("private"),
      route: aws("ec2/route:Route", { routeTableId: ref("table"), natGatewayId: "nat-1" }),
    },
  },
  otherTypes: { "a table without a way out": zones("a", "b") },
});
