import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const both = {
  requester: { allowRemoteVpcDnsResolution: true },
  accepter: { allowRemoteVpcDnsResolution: true },
};
const peering = (props: object) =>
  aws("ec2/vpcPeeringConnection:VpcPeeringConnection", { vpcId: "vpc-1", peerVpcId: "vpc-2", ...props });

fixtures("peering-dns-resolution", {
  pass: {
    "our side of a peering with another Region": {
      peering: peering({ peerRegion: "eu-central-1", requester: both.requester }),
    },
    "a peering whose other side is accepted here": {
      peering: peering({ requester: both.requester }),
      accepter: aws("ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter", {
        vpcPeeringConnectionId: ref("peering"),
        accepter: both.accepter,
      }),
    },
    "a peering that resolves both ways": { peering: peering(both) },
    "a peering with separate options": {
      peering: peering({}),
      options: aws("ec2/peeringConnectionOptions:PeeringConnectionOptions", {
        vpcPeeringConnectionId: ref("peering"),
        ...both,
      }),
    },
    "our side of a peering with another account": {
      peering: peering({ peerOwnerId: "111122223333", requester: both.requester }),
    },
  },
  fail: { "a peering that resolves one way": { peering: peering({ requester: both.requester }) } },
  unknown: {
    "a peering beside options that cannot be joined": {
      peering: peering({}),
      options: aws("ec2/peeringConnectionOptions:PeeringConnectionOptions", {
        vpcPeeringConnectionId: UNKNOWN,
        ...both,
      }),
    },
    "a peering whose setting is computed": {
      peering: peering({ ...both, accepter: { allowRemoteVpcDnsResolution: UNKNOWN } }),
    },
  },
  unset: { "a peering that leaves it out": ["fail", { peering: peering({}) }] },
  alias: { none: "one token" },
});
