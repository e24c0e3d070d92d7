import { aws, fixtures } from "../../support/fixtures";
import { privateSubnetPrograms } from "../../support/private-subnets";

fixtures("rds-subnet-group-private", {
  ...privateSubnetPrograms("rds/subnetGroup:SubnetGroup"),
  unset: { "a group without subnets": ["notApplicable", { group: aws("rds/subnetGroup:SubnetGroup") }] },
  alias: { none: "one token" },
});
