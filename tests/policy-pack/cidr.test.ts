import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  contains,
  coversWorld,
  formatRange,
  isPrivate,
  parseRange,
  prefixLength,
  type Range,
  union,
} from "../../policy-pack/cidr/range";

const block = (text: string): Range => {
  const range = parseRange(text);
  assert.ok(range, text);
  return range;
};

const ipv4 = fc
  .tuple(fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }), fc.integer({ min: 0, max: 32 }))
  .map(([address, length]): Range => {
    const size = 1n << BigInt(32 - length);
    const first = (address / size) * size;
    return { family: 4, first, last: first + size - 1n };
  });

/** The world cut into blocks, by halving some of them again and again. */
const worldInParts = fc.array(fc.nat(), { maxLength: 24 }).map((cuts) => {
  const parts = [block("0.0.0.0/0")];
  for (const cut of cuts) {
    const [part] = parts.splice(cut % parts.length, 1);
    if (!part) continue;
    const middle = (part.first + part.last) / 2n;
    if (part.first === part.last) parts.push(part);
    else parts.push({ ...part, last: middle }, { ...part, first: middle + 1n });
  }
  return parts;
});

describe("address ranges", () => {
  it("are the same after being written and read", () => {
    fc.assert(
      fc.property(ipv4, (range) => {
        assert.deepEqual(parseRange(formatRange(range)), range);
      }),
    );
  });

  it("cover the world however it is cut, in any order", () => {
    fc.assert(fc.property(worldInParts, (parts) => coversWorld(parts.toReversed())));
  });

  it("do not cover the world once a public part is missing", () => {
    fc.assert(
      fc.property(worldInParts, fc.nat(), (parts, missing) => {
        const left = parts.filter((part, position) => position !== missing % parts.length || isPrivate(part));
        return left.length === parts.length || !coversWorld(left);
      }),
    );
  });

  it("hold after joining exactly what they held before", () => {
    fc.assert(
      fc.property(fc.array(ipv4), fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }), (ranges, first) => {
        const address: Range = { family: 4, first, last: first };
        const holds = (all: readonly Range[]): boolean => all.some((range) => contains(range, address));
        return holds(ranges) === holds(union(ranges));
      }),
    );
  });

  it("cover the world without the ranges that nothing on the internet has", () => {
    const publicOnly = [
      "0.0.0.0/5",
      "8.0.0.0/7",
      "11.0.0.0/8",
      "12.0.0.0/6",
      "16.0.0.0/4",
      "32.0.0.0/3",
      "64.0.0.0/2",
      "128.0.0.0/1",
    ];
    assert.equal(coversWorld(publicOnly.map(block)), true);
    assert.equal(coversWorld(publicOnly.slice(1).map(block)), false);
  });

  it("know the world of IPv6 in every form", () => {
    for (const text of ["::/0", "0:0:0:0:0:0:0:0/0", "2000::/3"])
      assert.equal(coversWorld([block(text)]), true, text);
    assert.equal(coversWorld([block("2000::/4"), block("3000::/4")]), true);
    assert.equal(coversWorld([block("2000::/4")]), false);
  });

  it("never mix the two versions", () => {
    assert.equal(coversWorld([block("0.0.0.0/1"), block("8000::/1")]), false);
    assert.equal(contains(block("::/0"), block("10.0.0.0/8")), false);
  });

  it("are private or public, and as long as their prefix says", () => {
    assert.deepEqual(["10.1.0.0/16", "100.64.0.0/10", "fd00::/8"].map(block).map(isPrivate), [
      true,
      true,
      true,
    ]);
    assert.deepEqual(["52.0.0.0/8", "10.0.0.0/7", "2600::/12"].map(block).map(isPrivate), [
      false,
      false,
      false,
    ]);
    assert.deepEqual(["10.0.0.0/8", "10.0.0.1", "::/0"].map(block).map(prefixLength), [8, 32, 0]);
  });

  it("are nothing where the text is none", () => {
    assert.deepEqual(["", "vpc", "10.0.0.0/33", "300.0.0.1"].map(parseRange), [
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("the union of address ranges", () => {
  it("joins a range with the one before it, not with the first of all", () => {
    const joined = union(["10.0.0.0/24", "10.2.0.0/24", "10.2.0.128/25"].map(block));
    assert.deepEqual(joined.map(formatRange), ["10.0.0.0/24", "10.2.0.0/24"]);
  });
});
