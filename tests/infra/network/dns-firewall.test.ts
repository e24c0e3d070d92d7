import * as assert from "node:assert/strict";

import { buildAll, always } from "./built";

describe("the DNS firewall", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "blocks AWS's threat lists in DNS, and fails open",
    always((simulation) => {
      const rules = simulation.ofType("aws:route53/resolverFirewallRule:ResolverFirewallRule");
      assert.equal(new Set(rules.map(({ inputs }) => inputs.firewallDomainListId)).size, 4);
      assert.equal(new Set(rules.map(({ inputs }) => inputs.priority)).size, 4);
      for (const { inputs } of rules)
        assert.deepEqual([inputs.action, inputs.blockResponse], ["BLOCK", "NXDOMAIN"]);
      const vpc = simulation.resource("aws:ec2/vpc:Vpc", "network").id;
      const config = simulation.resource(
        "aws:route53/resolverFirewallConfig:ResolverFirewallConfig",
        "network-dns-firewall",
      );
      assert.deepEqual([config.inputs.resourceId, config.inputs.firewallFailOpen], [vpc, "ENABLED"]);
    }),
  );
});
