import { aws, fixtures, ref } from "../../support/fixtures";

const base = {
  vpc: aws("ec2/vpc:Vpc"),
  gateway: aws("ec2/internetGateway:InternetGateway", { vpcId: ref("vpc") }),
  table: aws("ec2/routeTable:RouteTable", { vpcId: ref("vpc") }),
  open: aws("ec2/subnet:Subnet", { vpcId: ref("vpc") }),
  link: aws("ec2/routeTableAssociation:RouteTableAssociation", {
    routeTableId: ref("table"),
    subnetId: ref("open"),
  }),
};
const route = (props: object) =>
  aws("ec2/route:Route", { routeTableId: ref("table"), gatewayId: ref("gateway"), ...props });

fixtures("vpc-public-private-separated", {
  pass: {
    "a VPC with a private subnet beside a public one": {
      ...base,
      route: route({ destinationCidrBlock: "0.0.0.0/0" }),
      closed: aws("ec2/subnet:Subnet", { vpcId: ref("vpc") }),
    },
  },
  fail: {
    "a VPC all of whose subnets are public": { ...base, route: route({ destinationCidrBlock: "0.0.0.0/0" }) },
  },
  unknown: { none: "a route whose destination is unknown is not taken for an open one" },
  unset: { none: "decided by joins" },
  alias: { none: "one token" },
  notApplicable: {
    "a VPC without a way out": { ...base, route: route({ destinationCidrBlock: "10.0.0.0/8" }) },
  },
});
