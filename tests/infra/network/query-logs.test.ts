import * as assert from "node:assert/strict";

import { buildAll, always, text } from "./built";

describe("DNS query logs", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "record every query of the VPC, by a delivery that only this account's logs may make",
    always((simulation) => {
      const logged = simulation.resource(
        "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
        "network-query-logs",
      );
      assert.equal(logged.inputs.resourceId, simulation.resource("aws:ec2/vpc:Vpc", "network").id);
      const policy = text(
        simulation.resource("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "network-query-logs"),
        "policyDocument",
      );
      assert.match(policy, /"aws:SourceAccount":"111122223333"/);
      assert.match(
        policy,
        /"Resource":\["arn:aws:logs:[^*]*:log-group:\/dev\/network\/dns-queries:log-stream:\*"\]/,
      );
    }),
  );
});
