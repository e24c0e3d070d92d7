import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const vpc = aws("ec2/vpc:Vpc");
const subnet = (props: object) => aws("ec2/subnet:Subnet", { vpcId: ref("vpc"), ...props });

fixtures("vpc-subnets-span-zones", {
  pass: {
    "a VPC with subnets in two zones": {
      vpc,
      a: subnet({ availabilityZone: "eu-west-1a" }),
      b: subnet({ availabilityZone: "eu-west-1b" }),
    },
    "a VPC with subnets in two zones by id": {
      vpc,
      a: subnet({ availabilityZoneId: "euw1-az1" }),
      b: subnet({ availabilityZoneId: "euw1-az2" }),
    },
  },
  fail: {
    "a VPC with subnets in one zone": {
      vpc,
      a: subnet({ availabilityZone: "eu-west-1a" }),
      b: subnet({ availabilityZone: "eu-west-1a" }),
    },
    "a VPC with one subnet": { vpc, a: subnet({ availabilityZone: UNKNOWN }) },
  },
  unknown: {
    "a VPC whose second zone is computed": {
      vpc,
      a: subnet({ availabilityZone: "eu-west-1a" }),
      b: subnet({ availabilityZone: UNKNOWN }),
    },
  },
  unset: {
    "a VPC whose subnets leave their zone to AWS": ["undetermined", { vpc, a: subnet({}), b: subnet({}) }],
  },
  alias: { none: "one token" },
  notApplicable: { "a VPC without subnets": { vpc } },
});
