import * as assert from "node:assert/strict";

import { buildAll, always, of, text, subnetType, type Case, routeTables } from "./built";

const ruleType = "aws:ec2/networkAclRule:NetworkAclRule";

describe("the network ACLs", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "gives each subnet exactly one network ACL and one route table",
    always((simulation) => {
      const subnets = simulation
        .ofType(subnetType)
        .map(({ id }) => id)
        .sort();
      const associated = simulation
        .ofType("aws:ec2/networkAclAssociation:NetworkAclAssociation")
        .map((association) => text(association, "subnetId"));
      assert.deepEqual(associated.sort(), subnets);
      assert.deepEqual([...routeTables(simulation).keys()].sort(), subnets);
    }),
  );

  it(
    "numbers the rules of each ACL and direction within AWS's bounds, what is denied before what is allowed",
    always((simulation) => {
      const last = new Map<string, { denied: number; allowed: number }>();
      for (const rule of simulation.ofType(ruleType)) {
        const { egress, ruleNumber, ruleAction, ipv6CidrBlock } = rule.inputs;
        assert.ok(typeof ruleNumber === "number" && ruleNumber >= 1 && ruleNumber <= 32766, rule.name);
        const direction = `${egress === true ? "out" : "in"} ${ipv6CidrBlock === undefined ? 4 : 6}`;
        const place = `${text(rule, "networkAclId")} ${direction}`;
        const seen = last.get(place) ?? { denied: 0, allowed: Infinity };
        if (ruleAction === "deny") seen.denied = Math.max(seen.denied, ruleNumber);
        else seen.allowed = Math.min(seen.allowed, ruleNumber);
        last.set(place, seen);
      }
      for (const [place, { denied, allowed }] of last) assert.ok(denied < allowed, place);
    }),
  );

  it("keeps the rules of network ACLs and security groups when a zone or a tier is added", () => {
    const rules = (name: Case): string[] => [
      ...of(name)
        .simulation.ofType(ruleType)
        .map(({ name: rule, inputs }) => JSON.stringify([rule, inputs.ruleNumber, inputs.cidrBlock])),
      ...of(name)
        .simulation.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        .map(({ inputs }) => JSON.stringify(inputs.cidrIpv4)),
    ];
    assert.deepEqual(rules("one more zone").sort(), rules("a small one").sort());
    const withData = new Set(rules("one more zone"));
    assert.deepEqual(
      rules("without data stores").filter((rule) => !withData.has(rule)),
      [],
    );
  });
});
