import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const lambda = (subnetIds: unknown) => ({
  lambda: aws("lambda/function:Function", { vpcConfig: { subnetIds, securityGroupIds: ["sg-1"] } }),
});

fixtures("function-in-vpc", {
  pass: { "a function in two subnets": lambda(["subnet-1", UNKNOWN]) },
  fail: { "a function in one subnet": lambda(["subnet-1"]), "a function in no subnet": lambda([]) },
  unknown: { "a function whose subnets are computed": lambda(UNKNOWN) },
  unset: { "a function outside of any VPC": ["fail", { lambda: aws("lambda/function:Function") }] },
  alias: { none: "one token" },
});
