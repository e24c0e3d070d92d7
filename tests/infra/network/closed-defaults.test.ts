import * as assert from "node:assert/strict";

import { buildAll, always, list, text } from "./built";

describe("what AWS makes with every VPC", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "takes over the VPC's default security group, network ACL and route table, and empties them",
    always((simulation) => {
      const group = simulation.resource(
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
        "network-default-security-group",
      );
      const acl = simulation.resource(
        "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
        "network-default-network-acl",
      );
      const table = simulation.resource(
        "aws:ec2/defaultRouteTable:DefaultRouteTable",
        "network-default-route-table",
      );
      for (const resource of [group, acl]) {
        assert.deepEqual([list(resource, "ingress"), list(resource, "egress")], [[], []]);
      }
      assert.deepEqual(list(table, "routes"), []);
      assert.notEqual(text(acl, "defaultNetworkAclId"), "");
      assert.notEqual(text(table, "defaultRouteTableId"), "");
    }),
  );
});
