import * as assert from "node:assert/strict";
import { refuseDeletion } from "../../simulator/dependants";
import type { WireObject } from "../../simulator/wire";
import type { World, WorldResource } from "../../simulator/world";

function resource(type: string, id: string, attributes: WireObject, madeWith?: string): WorldResource {
  return {
    type,
    id,
    attributes,
    madeWith,
    urn: "",
    generation: 0,
    region: "eu-west-1",
    accountId: "123456789012",
  };
}

function deletion(target: WorldResource, ...others: WorldResource[]): () => void {
  const world: World = { resources: [target, ...others], generations: new Map() };
  return () => {
    refuseDeletion(world, target);
  };
}

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const vpc = resource("aws:ec2/vpc:Vpc", "vpc-1", {});

describe("simulator/dependants", () => {
  it("names every resource that is in the way, with the property by which it is", () => {
    const subnets = ["subnet-1", "subnet-2"].map((id) =>
      resource("aws:ec2/subnet:Subnet", id, { vpcId: "vpc-1" }),
    );
    assert.throws(
      deletion(vpc, ...subnets),
      /DependencyViolation: vpc-1 is in use by subnet-1 \(vpcId\), subnet-2 \(vpcId\)/,
    );
  });

  it("lets go of what AWS made along with it, and of what only speaks of it", () => {
    const made = resource(GROUP, "sg-1", { vpcId: "vpc-1" }, "vpc-1");
    const log = resource("aws:ec2/flowLog:FlowLog", "fl-1", { vpcId: "vpc-1" });
    deletion(vpc, made, log)();
  });

  it("tells a rule of a group from a rule of another group that names it", () => {
    const group = resource(GROUP, "sg-1", {});
    deletion(group, resource(RULE, "sgr-1", { securityGroupId: "sg-1" }))();
    const naming = resource(RULE, "sgr-2", { securityGroupId: "sg-2", referencedSecurityGroupId: "sg-1" });
    assert.throws(deletion(group, naming), /referencedSecurityGroupId/);
  });

  it("finds the resource in a list", () => {
    const endpoint = resource("aws:ec2/vpcEndpoint:VpcEndpoint", "vpce-1", {
      securityGroupIds: ["sg-0", "sg-1"],
    });
    assert.throws(deletion(resource(GROUP, "sg-1", {}), endpoint), /vpce-1 \(securityGroupIds\)/);
  });

  it("says how a protected resource is protected", () => {
    const table = resource("aws:dynamodb/table:Table", "orders", { deletionProtectionEnabled: true });
    assert.throws(deletion(table), /ValidationException: orders has deletionProtectionEnabled true/);
  });
});
