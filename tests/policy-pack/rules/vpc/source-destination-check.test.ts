import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const eni = (props: object) =>
  aws("ec2/networkInterface:NetworkInterface", { subnetId: "subnet-1", ...props });

fixtures("source-destination-check", {
  pass: { "an interface with the check": { eni: eni({ sourceDestCheck: true }) } },
  fail: { "an interface without it": { eni: eni({ sourceDestCheck: false }) } },
  unknown: { "an interface whose check is computed": { eni: eni({ sourceDestCheck: UNKNOWN }) } },
  unset: { "an interface that leaves it out": ["pass", { eni: eni({}) }] },
  alias: { "an instance without it": { instance: aws("ec2/instance:Instance", { sourceDestCheck: false }) } },
  notApplicable: {
    "an appliance that a table leads to": {
      eni: eni({ sourceDestCheck: false }),
      table: aws("ec2/routeTable:RouteTable", {
        vpcId: "vpc-1",
        routes: [{ cidrBlock: "0.0.0.0/0", networkInterfaceId: ref("eni") }],
      }),
    },
    "an appliance that a main table leads to": {
      eni: eni({ sourceDestCheck: false }),
      table: aws("ec2/defaultRouteTable:DefaultRouteTable", {
        defaultRouteTableId: "rtb-1",
        routes: [{ cidrBlock: "0.0.0.0/0", networkInterfaceId: ref("eni") }],
      }),
    },

    "an appliance that a route leads to": {
      eni: eni({ sourceDestCheck: false }),
      route: aws("ec2/route:Route", {
        routeTableId: "rtb-1",
        networkInterfaceId: ref("eni"),
        destinationCidrBlock: "0.0.0.0/0",
      }),
    },
  },
});
