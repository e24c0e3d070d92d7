import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const eip = (props: object) => aws("ec2/eip:Eip", { domain: "vpc", ...props });

fixtures("eip-attached", {
  pass: {
    "an address of an interface": { eip: eip({ networkInterface: "eni-1" }) },
    "an address that is attached by a resource of its own": {
      eip: eip({}),
      link: aws("ec2/eipAssociation:EipAssociation", { allocationId: ref("eip"), instanceId: "i-1" }),
    },

    "an address of a NAT gateway": {
      eip: eip({}),
      nat: aws("ec2/natGateway:NatGateway", { allocationId: ref("eip") }),
    },
    "an address of a balancer": {
      eip: eip({}),
      lb: aws("lb/loadBalancer:LoadBalancer", {
        subnetMappings: [{ subnetId: "subnet-1", allocationId: ref("eip") }],
      }),
    },
    "an address of an instance": { eip: eip({ instance: "i-1" }) },
    "an address that is joined by its known id": {
      eip: { ...eip({}), outputs: { id: "eipalloc-1" } },
      nat: aws("ec2/natGateway:NatGateway", { allocationId: "eipalloc-1" }),
    },
  },
  fail: {
    "an address that nothing uses": {
      eip: eip({}),
      nat: aws("ec2/natGateway:NatGateway", { allocationId: "eipalloc-2" }),
    },
  },
  unknown: {
    "an address beside a NAT gateway that cannot be joined": {
      eip: eip({}),
      nat: aws("ec2/natGateway:NatGateway", { allocationId: UNKNOWN }),
    },
  },
  unset: { "an address without an instance": ["fail", { eip: eip({}) }] },
  alias: { none: "one token" },
});
