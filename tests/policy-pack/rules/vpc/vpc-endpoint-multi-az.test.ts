import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const subnets = (first: string, second: string) => ({
  a: aws("ec2/subnet:Subnet", { availabilityZone: first }),
  b: aws("ec2/subnet:Subnet", { availabilityZone: second }),
});
const endpoint = (props: object) =>
  aws("ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Interface", ...props });

fixtures("vpc-endpoint-multi-az", {
  pass: {
    "an endpoint whose subnets are joined to it": {
      ...subnets("eu-west-1a", "eu-west-1b"),
      endpoint: endpoint({}),
      one: aws("ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", {
        vpcEndpointId: ref("endpoint"),
        subnetId: ref("a"),
      }),
      two: aws("ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", {
        vpcEndpointId: ref("endpoint"),
        subnetId: ref("b"),
      }),
    },
    "an endpoint with one subnet of the stack and one of another": {
      ...subnets("eu-west-1a", "eu-west-1b"),
      endpoint: endpoint({ subnetIds: [ref("a"), "subnet-2"] }),
    },
    "an endpoint with subnets in two zones": {
      ...subnets("eu-west-1a", "eu-west-1b"),
      endpoint: endpoint({ subnetIds: [ref("a"), ref("b")] }),
    },
    "an endpoint with two subnets of another stack": {
      endpoint: endpoint({ subnetIds: ["subnet-1", "subnet-2"] }),
    },
  },
  fail: {
    "an endpoint whose joined subnets lie in one zone": {
      ...subnets("eu-west-1a", "eu-west-1a"),
      endpoint: endpoint({ subnetIds: [ref("a")] }),
      two: aws("ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", {
        vpcEndpointId: ref("endpoint"),
        subnetId: ref("b"),
      }),
    },
    "an endpoint with one subnet": {
      ...subnets("eu-west-1a", "eu-west-1b"),
      endpoint: endpoint({ subnetIds: [ref("a")] }),
    },
    "an endpoint with two subnets of one zone": {
      ...subnets("eu-west-1a", "eu-west-1a"),
      endpoint: endpoint({ subnetIds: [ref("a"), ref("b")] }),
    },
  },
  unknown: {
    "an endpoint with computed subnets and one that is joined": {
      ...subnets("eu-west-1a", "eu-west-1b"),
      endpoint: endpoint({ subnetIds: UNKNOWN }),
      one: aws("ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation", {
        vpcEndpointId: ref("endpoint"),
        subnetId: ref("a"),
      }),
    },
    "an endpoint whose subnets are computed": { endpoint: endpoint({ subnetIds: UNKNOWN }) },
  },
  unset: { "an endpoint without subnets": ["fail", { endpoint: endpoint({}) }] },
  alias: { none: "one token" },
  notApplicable: { "a gateway endpoint": { endpoint: endpoint({ vpcEndpointType: "Gateway" }) } },
});
