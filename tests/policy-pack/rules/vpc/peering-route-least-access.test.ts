import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const vpcs = {
  ours: aws("ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }),
  theirs: aws("ec2/vpc:Vpc", { cidrBlock: "10.1.0.0/16" }),
};
const peering = aws("ec2/vpcPeeringConnection:VpcPeeringConnection", {
  vpcId: ref("ours"),
  peerVpcId: ref("theirs"),
});
const route = (props: object) => ({
  ...vpcs,
  peering,
  route: aws("ec2/route:Route", { vpcPeeringConnectionId: ref("peering"), ...props }),
});

fixtures("peering-route-least-access", {
  pass: {
    "a route over IPv6 to a part of the peer": route({ destinationIpv6CidrBlock: "2001:db8:1::/48" }),
    "a route to our own range, where the peering was begun by the other side": route({
      destinationCidrBlock: "10.0.0.0/16",
    }),
    "a route to the peer's range": route({ destinationCidrBlock: "10.1.0.0/16" }),
    "a route to a part of it": route({ destinationCidrBlock: "10.1.4.0/24" }),
  },
  fail: {
    "a route for all traffic over IPv6": route({ destinationIpv6CidrBlock: "::/0" }),
    "a route wider than our range alone": {
      ours: vpcs.ours,
      peering: aws("ec2/vpcPeeringConnection:VpcPeeringConnection", {
        vpcId: ref("ours"),
        peerVpcId: "vpc-2",
      }),
      route: aws("ec2/route:Route", {
        vpcPeeringConnectionId: ref("peering"),
        destinationCidrBlock: "10.0.0.0/15",
      }),
    },
    "a route wider than the peer's range alone": {
      theirs: vpcs.theirs,
      peering: aws("ec2/vpcPeeringConnection:VpcPeeringConnection", {
        vpcId: "vpc-1",
        peerVpcId: ref("theirs"),
      }),
      route: aws("ec2/route:Route", {
        vpcPeeringConnectionId: ref("peering"),
        destinationCidrBlock: "10.0.0.0/15",
      }),
    },
    "a route for all traffic": route({ destinationCidrBlock: "0.0.0.0/0" }),
    "a route wider than the peer": route({ destinationCidrBlock: "10.0.0.0/8" }),
  },
  unknown: { "a route whose destination is computed": route({ destinationCidrBlock: UNKNOWN }) },
  unset: {
    "a route without a destination block": ["notApplicable", route({ destinationPrefixListId: "pl-1" })],
  },
  alias: { none: "one token" },
  notApplicable: {
    "a route to a NAT gateway": {
      route: aws("ec2/route:Route", { natGatewayId: UNKNOWN, destinationCidrBlock: "0.0.0.0/0" }),
    },
  },
});
