import { aws, fixtures } from "../../support/fixtures";
import { privateSubnetPrograms } from "../../support/private-subnets";

const { pass, fail, unknown } = privateSubnetPrograms("elasticache/subnetGroup:SubnetGroup");

fixtures("elasticache-subnets-private", {
  ...{ pass, fail, unknown },
  unset: {
    "a serverless cache without subnets": [
      "notApplicable",
      { cache: aws("elasticache/serverlessCache:ServerlessCache") },
    ],
  },
  alias: privateSubnetPrograms("elasticache/serverlessCache:ServerlessCache").fail,
});
