import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { blockAt, contains, formatRange, overlap, parseRange, sizeOf } from "../../simulator/ipv4-range";

const block = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 32 }))
  .map(([address, prefixLength]) => blockAt(address, prefixLength));

describe("simulator/ipv4-range", () => {
  it("reads what it wrote", () => {
    fc.assert(
      fc.property(block, (range) => {
        assert.deepEqual(parseRange(formatRange(range)), range);
      }),
    );
  });

  it("has as many addresses as its prefix length says", () => {
    fc.assert(fc.property(block, (range) => range.last - range.first + 1 === sizeOf(range.prefixLength)));
  });

  it("lets two blocks overlap only where one contains the other", () => {
    fc.assert(
      fc.property(
        block,
        block,
        (one, other) => overlap(one, other) === (contains(one, other) || contains(other, one)),
      ),
    );
  });

  it("sees a block that is not written with its first address", () => {
    assert.equal(parseRange("10.0.0.1/16")?.aligned, false);
    assert.equal(parseRange("10.0.0.0/16")?.aligned, true);
  });

  it("reads nothing that is no block", () => {
    for (const text of ["", "10.0.0.0", "10.0.0/16", "256.0.0.0/8", "10.0.0.0/33", "ten", "::/0"]) {
      assert.equal(parseRange(text), undefined, text);
    }
  });
});
