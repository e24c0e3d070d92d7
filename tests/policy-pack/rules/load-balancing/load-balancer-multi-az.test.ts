import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";
import { aliasedBalancer, balancer } from "../../support/load-balancers";

const subnets = (first: string, second: string) => ({
  a: aws("ec2/subnet:Subnet", { availabilityZone: first }),
  b: aws("ec2/subnet:Subnet", { availabilityZone: second }),
});
const both = { subnets: [ref("a"), ref("b")] };

fixtures("load-balancer-multi-az", {
  pass: {
    "subnets in two zones": { ...subnets("eu-west-1a", "eu-west-1b"), ...balancer(both) },
    "two subnets of another stack": balancer({ subnets: ["subnet-1", "subnet-2"] }),
    "mappings of two subnets": balancer({ subnetMappings: [{ subnetId: UNKNOWN }, { subnetId: UNKNOWN }] }),
    "subnets whose zones are computed": { ...subnets(UNKNOWN, UNKNOWN), ...balancer(both) },
  },
  fail: {
    "one subnet": { ...subnets("eu-west-1a", "eu-west-1b"), ...balancer({ subnets: [ref("a")] }) },
    "subnets that are computed from a network of one zone": {
      network: { type: "platform:network:Network", props: {} },
      a: aws("ec2/subnet:Subnet", { availabilityZone: "eu-west-1a" }, { parent: "network" }),
      b: aws("ec2/subnet:Subnet", { availabilityZone: "eu-west-1a" }, { parent: "network" }),
      ...balancer({ subnets: ref("network") }),
    },
    "two subnets of one zone": { ...subnets("eu-west-1a", "eu-west-1a"), ...balancer(both) },
  },
  unknown: { "subnets that are computed": balancer({ subnets: UNKNOWN }) },
  unset: { "a load balancer without subnets": ["fail", balancer()] },
  alias: { "a load balancer of the other module": aliasedBalancer({ subnets: ["subnet-1"] }) },
});

fixtures("load-balancer-multi-az", {
  pass: { "as many subnets as are asked for": balancer({ subnets: ["subnet-1", "subnet-2", "subnet-3"] }) },
  fail: { "one subnet less": balancer({ subnets: ["subnet-1", "subnet-2"] }) },
  unknown: { none: "as above" },
  unset: { none: "as above" },
  alias: { "a load balancer of the other module": aliasedBalancer({ subnets: ["subnet-1"] }) },
  settings: { properties: { leastZones: 3 } },
});
