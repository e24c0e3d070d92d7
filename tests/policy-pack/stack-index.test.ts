import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { StackIndex } from "../../policy-pack/stack/stack-index";
import { aws, type Program, ref, UNKNOWN, urnOf } from "./support/fixtures";
import { inStack, stackOf } from "./support/stack";

const VPC = "ec2/vpc:Vpc";
const SUBNET = "ec2/subnet:Subnet";
const vpcs: Program = {
  one: aws(VPC, {}, { outputs: { id: "vpc-1", arn: "arn:vpc-1" } }),
  two: aws(VPC, {}, { outputs: { id: "vpc-2", arn: "arn:vpc-2" } }),
};

function pointedAt(vpcId: unknown, others: Program = {}): readonly [found: string[], isOpen: boolean] {
  const [stack, named] = inStack({ ...vpcs, ...others, subnet: aws(SUBNET, { vpcId }) });
  const { found, isOpen } = stack.targets(named("subnet"), "vpcId", [`aws:${VPC}`]);
  return [found.map(({ name }) => name), isOpen];
}

describe("the index of a stack", () => {
  it("holds resources in the order of URNs, however they were registered", () => {
    const { resources } = stackOf({ ...vpcs, subnet: aws(SUBNET) });
    const urns = resources.map(({ urn }) => urn);
    fc.assert(
      fc.property(fc.shuffledSubarray([...resources], { minLength: resources.length }), (shuffled) => {
        assert.deepEqual(
          new StackIndex(shuffled).resources.map(({ urn }) => urn),
          [...urns].sort(),
        );
      }),
    );
    const twins = [...resources].reverse();
    assert.deepEqual(
      new StackIndex(twins).ofTypes([`aws:${VPC}`]).map(({ name }) => name),
      ["one", "two"],
    );
  });

  it("follows a property by its dependencies, and by any of the names that AWS takes", () => {
    assert.deepEqual(pointedAt(ref("two")), [["two"], false]);
    assert.deepEqual(pointedAt("vpc-2"), [["two"], false]);
    assert.deepEqual(pointedAt("arn:vpc-2"), [["two"], false]);
    assert.deepEqual(pointedAt(["vpc-1", "vpc-2"]), [["one", "two"], false]);
    assert.deepEqual(pointedAt({ any: { where: "vpc-1" } }), [["one"], false]);
    assert.deepEqual(pointedAt("vpc-3"), [[], false]);
    assert.deepEqual(pointedAt(urnOf(vpcs, "one")), [["one"], false]);
  });

  it("narrows several dependencies by a value that is known, and keeps them all where none is", () => {
    assert.deepEqual(pointedAt([ref("one"), ref("two")]), [["one", "two"], false]);
    assert.deepEqual(pointedAt([ref("one"), ref("two"), "vpc-2"]), [["two"], false]);
  });

  it("stays open where a value leads nowhere and is not known", () => {
    assert.deepEqual(pointedAt(UNKNOWN), [[], true]);
    assert.deepEqual(pointedAt([UNKNOWN]), [[], true]);
    assert.deepEqual(pointedAt([]), [[], false]);
    assert.deepEqual(pointedAt(undefined), [[], false]);
  });

  it("finds what lies inside a component that a property was computed from, at any depth", () => {
    const inside: Program = {
      edge: { type: "shop:index:Edge", props: {} },
      inner: { type: "shop:index:Inner", props: {}, parent: "edge" },
      three: aws(VPC, {}, { parent: "inner" }),
    };
    assert.deepEqual(pointedAt(ref("edge"), inside), [["three"], false]);
    const resource: Program = {
      table: aws("ec2/routeTable:RouteTable"),
      four: aws(VPC, {}, { parent: "table" }),
    };
    assert.deepEqual(pointedAt(ref("table"), resource), [[], true]);
  });

  it("tells all that depend on a resource: computed from it, or naming its id or ARN", () => {
    const [stack, named] = inStack({
      ...vpcs,
      computed: aws(SUBNET, { vpcId: ref("one") }),
      byId: aws(SUBNET, { vpcId: "vpc-1" }),
      byArn: aws("ec2/flowLog:FlowLog", { where: ["arn:vpc-1"] }),
      other: aws(SUBNET, { vpcId: "vpc-2" }),
    });
    const names = [...stack.dependents(named("one"))].map(({ name }) => name).sort();
    assert.deepEqual(names, ["byArn", "byId", "computed"]);
    assert.deepEqual([...stack.dependents(named("other"))], []);
  });

  it("names the first resource that a property was computed from", () => {
    const program = { ...vpcs, subnet: aws(SUBNET, { vpcId: ref("two") }) };
    const stack = stackOf(program);
    assert.equal(stack.sourceOf(urnOf(program, "subnet"), "vpcId"), urnOf(program, "two"));
    assert.equal(stack.sourceOf(urnOf(program, "subnet"), "tags"), undefined);
  });
});

describe("what a property points at", () => {
  it("is what it was computed from, where something else has the same name", () => {
    const [first, second] = ["first", "second"].map((name) =>
      aws(VPC, {}, { outputs: { id: "vpc-1", name } }),
    );
    assert.ok(first && second);
    const program: Program = { first, second, from: aws(SUBNET, { vpcId: "vpc-1" }) };
    const [, named] = inStack(program);
    const linked = { ...named("from"), propertyDependencies: { vpcId: [urnOf(program, "second")] } };
    const { found } = new StackIndex([linked, named("first"), named("second")]).targets(linked, "vpcId", [
      `aws:${VPC}`,
    ]);
    assert.deepEqual(
      found.map(({ name }) => name),
      ["second"],
    );
  });
});
