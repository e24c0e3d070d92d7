import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  componentTree,
  isProvider,
  isStack,
  shortType,
  stackSize,
  type TreeNode,
} from "../../../preview/report/component-tree";
import { component, networkResult, resource, stack, urnOf } from "./fixture";

function urnsOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap(({ resource: { urn }, children }) => [urn, ...urnsOf(children)]);
}

describe("the component tree", () => {
  it("holds every resource once, in whatever order they are registered", () => {
    const { resources } = networkResult();
    fc.assert(
      fc.property(fc.shuffledSubarray([...resources], { minLength: resources.length }), (shuffled) => {
        assert.deepEqual(urnsOf(componentTree(shuffled)).sort(), resources.map(({ urn }) => urn).sort());
      }),
    );
  });

  it("counts what is below a component, without providers", () => {
    const outer = component("platform:network:Network", "network");
    const inner = component("awsx:ec2:Vpc", "network", outer.urn);
    const [root] = componentTree([
      stack(),
      outer,
      inner,
      resource({ type: "aws:ec2/vpc:Vpc", name: "network", parent: inner.urn }),
      resource({ type: "pulumi:providers:aws", name: "main", parent: outer.urn }),
    ]);
    assert.deepEqual([root?.components, root?.resources], [2, 1]);
  });

  it("puts components before resources", () => {
    const parts = [stack(), resource({ type: "a:b:C", name: "first" }), component("a:b:D", "second")];
    assert.deepEqual(
      componentTree(parts)[0]?.children.map(({ resource: { name } }) => name),
      ["second", "first"],
    );
  });

  it("makes a resource whose parent is missing a root", () => {
    const orphan = resource({ type: "a:b:C", name: "orphan", parent: urnOf("a:b:D", "gone") });
    assert.deepEqual(urnsOf(componentTree([stack(), orphan])), [stack().urn, orphan.urn]);
  });

  it("counts neither the stack nor its providers", () => {
    const provider = resource({ type: "pulumi:providers:aws", name: "main" });
    assert.deepEqual(stackSize([stack(), provider, component("a:b:C", "c")]), {
      components: 1,
      resources: 0,
    });
    assert.deepEqual([isProvider(provider), isStack(provider), isStack(stack())], [true, false, true]);
  });

  it("shows types as Pulumi's command line does", () => {
    assert.equal(shortType("aws:ec2/vpc:Vpc"), "aws:ec2:Vpc");
    assert.equal(shortType("awsx:ec2:Vpc"), "awsx:ec2:Vpc");
    assert.equal(shortType("pulumi:providers:aws"), "pulumi:providers:aws");
  });
});
