import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

fixtures("vpc-default-not-used", {
  pass: { none: "to use one is to fail" },
  fail: { "the default VPC": { vpc: aws("ec2/defaultVpc:DefaultVpc") } },
  unknown: { none: "its being there decides" },
  unset: { none: "its being there decides" },
  alias: {
    "a default subnet": { subnet: aws("ec2/defaultSubnet:DefaultSubnet", { availabilityZone: UNKNOWN }) },
  },
});
