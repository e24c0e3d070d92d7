import * as assert from "node:assert/strict";

import { buildAll, always, of, list, subnetType, type Case, routeTables } from "./built";

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
      const acls = simulation
        .ofType("aws:ec2/networkAcl:NetworkAcl")
        .flatMap((acl) => list(acl, "subnetIds"));
      assert.deepEqual([...acls].sort(), subnets);
      assert.deepEqual([...routeTables(simulation).keys()].sort(), subnets);
    }),
  );

  it("keeps the rules of network ACLs and security groups when a zone is added", () => {
    const rules = (name: Case): unknown[] => [
      ...of(name)
        .simulation.ofType("aws:ec2/networkAcl:NetworkAcl")
        .map((acl) => [acl.name, acl.inputs.ingress]),
      ...of(name)
        .simulation.ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        .map((rule) => rule.inputs.cidrIpv4),
    ];
    assert.deepEqual(rules("one more zone"), rules("a small one"));
  });
});
