import * as assert from "node:assert/strict";

import { agentConfig, agentNamespace } from "../../../infra/compute/agent-config";

describe("the CloudWatch agent's configuration", () => {
  const config = agentConfig({ autoScalingGroupName: "dev-workshop", logGroup: "/dev/workload/workshop" });

  it("measures memory and disk, under the group's name, as a user without rights", () => {
    const parsed = JSON.parse(config) as {
      agent: { run_as_user: string };
      metrics: { namespace: string; metrics_collected: Record<string, { append_dimensions: unknown }> };
    };
    assert.notEqual(parsed.agent.run_as_user, "root");
    assert.equal(parsed.metrics.namespace, agentNamespace);
    assert.deepEqual(Object.keys(parsed.metrics.metrics_collected), ["mem", "disk"]);
    for (const { append_dimensions } of Object.values(parsed.metrics.metrics_collected)) {
      assert.deepEqual(append_dimensions, { AutoScalingGroupName: "dev-workshop" });
    }
  });

  it("writes into the workload's own log group alone", () => {
    const groups = [...config.matchAll(/"log_group_name":"([^"]*)"/g)].map(([, group]) => group);
    assert.deepEqual([...new Set(groups)], ["/dev/workload/workshop"]);
  });

  it("fits into a standard parameter", () => {
    assert.ok(config.length < 4096);
  });
});
