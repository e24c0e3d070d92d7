import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const subnets = (first: string, second: string) => ({
  a: aws("ec2/subnet:Subnet", { availabilityZone: first }),
  b: aws("ec2/subnet:Subnet", { availabilityZone: second }),
});
const endpoint = (props: object) =>
  aws("ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Interface", ...props });

fixtures("vpc-endpoint-multi-az", {
  pass: {
    "an endpoint with subnets in two zones": {
      ...subnets("eu-west-1a", "eu-west-1b"),
      endpoint: endpoint({ subnetIds: [ref("a"), ref("b")] }),
    },
    "an endpoint with two subnets of another stack": {
      endpoint: endpoint({ subnetIds: ["subnet-1", "subnet-2"] }),
    },
  },
  fail: {
    "an endpoint with one subnet": {
      ...subnets("eu-west-1a", "eu-west-1b"),
      endpoint: endpoint({ subnetIds: [ref("a")] }),
    },
    "an endpoint with two subnets of one zone": {
      ...subnets("eu-west-1a", "eu-west-1a"),
      endpoint: endpoint({ subnetIds: [ref("a"), ref("b")] }),
    },
  },
  unknown: { "an endpoint whose subnets are computed": { endpoint: endpoint({ subnetIds: UNKNOWN }) } },
  unset: { "an endpoint without subnets": ["fail", { endpoint: endpoint({}) }] },
  alias: { none: "one token" },
  notApplicable: { "a gateway endpoint": { endpoint: endpoint({ vpcEndpointType: "Gateway" }) } },
});
