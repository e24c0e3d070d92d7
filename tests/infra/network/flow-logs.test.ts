import * as assert from "node:assert/strict";

import { buildAll, always, text } from "./built";

describe("flow logs", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "records all traffic minute by minute, by a role that only this account's flow logs may take",
    always((simulation) => {
      const flowLog = simulation.resource("aws:ec2/flowLog:FlowLog", "network-flow-logs");
      assert.deepEqual([flowLog.inputs.trafficType, flowLog.inputs.maxAggregationInterval], ["ALL", 60]);
      assert.match(
        text(flowLog, "logFormat"),
        /^\$\{version\} .*\$\{flow-direction\}.* \$\{encryption-status\}$/,
      );
      const role = simulation.resource("aws:iam/role:Role", "network-flow-logs");
      const trust = text(role, "assumeRolePolicy");
      assert.match(trust, /"aws:SourceAccount":"111122223333"/);
      assert.match(trust, /"aws:SourceArn":"arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log\/\*"/);
      const rights = text(
        simulation.resource("aws:iam/rolePolicy:RolePolicy", "network-flow-logs"),
        "policy",
      );
      assert.match(
        rights,
        /"Resource":\["arn:aws:logs:[^*]*:log-group:\/dev\/network\/flows","[^"]*flows:log-stream:\*"\]/,
      );
    }),
  );
});
