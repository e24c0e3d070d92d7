import * as assert from "node:assert/strict";
import { childUrn, digest, partitionOf, urnParts, uuid } from "../../simulator/identity";

describe("simulator/identity", () => {
  it("builds a URN with the whole chain of parent types, the stack left out, and takes it apart again", () => {
    const root = "urn:pulumi:dev::lab::pulumi:pulumi:Stack::lab-dev";
    const scope = { stack: "dev", project: "lab" };
    const parent = childUrn({ ...scope, parent: root, type: "awsx:ec2:Vpc", name: "main" });
    const child = childUrn({ ...scope, parent, type: "aws:ec2/vpc:Vpc", name: "a::b" });
    assert.equal(parent, "urn:pulumi:dev::lab::awsx:ec2:Vpc::main");
    assert.equal(child, "urn:pulumi:dev::lab::awsx:ec2:Vpc$aws:ec2/vpc:Vpc::a::b");
    assert.deepEqual(urnParts(child), { ...scope, type: "aws:ec2/vpc:Vpc", name: "a::b" });
    assert.equal(childUrn({ ...scope, parent: "", type: "t", name: "n" }), "urn:pulumi:dev::lab::t::n");
  });

  it("gives the same fingerprint for the same text, as long as asked for", () => {
    assert.equal(digest("a", 17), digest("a", 17));
    assert.equal(digest("a", 17).length, 17);
    assert.match(uuid("a"), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("knows the partitions by their Regions", () => {
    assert.equal(partitionOf("eu-west-1").name, "aws");
    assert.equal(partitionOf("cn-north-1").dnsSuffix, "amazonaws.com.cn");
    assert.equal(partitionOf("us-gov-west-1").name, "aws-us-gov");
  });
});
