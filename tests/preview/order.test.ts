import * as fc from "fast-check";
import * as assert from "node:assert/strict";
import { byResource, inTreeOrder } from "../../preview/order";

const STACK = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

function resource(type: string, name: string, parent = STACK): { urn: string; parent: string } {
  return { urn: `urn:pulumi:dev::shop::${type}::${name}`, parent };
}

const PROVIDER = resource("pulumi:providers:aws", "default", "");
const ROOT = { urn: STACK, parent: "" };
const COMPONENT = resource("a:b:C", "c");
const CHILD = resource("a:b:C$aws:sqs/queue:Queue", "q", COMPONENT.urn);
const LATER = resource("x:y:Z", "a");
const SORTED = [PROVIDER, ROOT, COMPONENT, CHILD, LATER];

describe("the order of a result", () => {
  it("is default providers, the stack, then each resource followed by its children, however they came", () => {
    const shuffled = fc.shuffledSubarray(SORTED, { minLength: SORTED.length });
    fc.assert(
      fc.property(shuffled, (resources) => {
        assert.deepEqual(inTreeOrder(resources), SORTED);
      }),
    );
  });

  it("keeps resources whose parent is not there", () => {
    assert.deepEqual(inTreeOrder([CHILD]), [CHILD]);
  });

  it("sorts what belongs to resources by resource, then by key", () => {
    const items = [
      { urn: LATER.urn, control: "A" },
      { urn: COMPONENT.urn, control: "B" },
      { urn: COMPONENT.urn, control: "A" },
    ];
    const sorted = byResource(items, SORTED, ({ control }) => [control]);
    assert.deepEqual(sorted, [items[2], items[1], items[0]]);
  });
});
