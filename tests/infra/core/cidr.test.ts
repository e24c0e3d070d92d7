import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  addressCount,
  type Cidr,
  cidrMistake,
  contains,
  enclosing,
  formatCidr,
  overlaps,
  parseCidr,
  subrange,
} from "../../../infra/core/cidr";

const bits = { 4: 32, 6: 128 } as const;

const aligned = (version: 4 | 6, prefix: number, seed: bigint): Cidr => {
  const size = 1n << BigInt(bits[version] - prefix);
  return { version, prefix, first: (seed / size) * size };
};

/** Any range of either version. */
const cidrs = fc
  .constantFrom<4 | 6>(4, 6)
  .chain((version) =>
    fc
      .tuple(fc.integer({ min: 0, max: bits[version] }), fc.bigInt(0n, (1n << BigInt(bits[version])) - 1n))
      .map(([prefix, seed]) => aligned(version, prefix, seed)),
  );

/** A range, a longer prefix, and two of the parts with that prefix. */
const divided = cidrs
  .filter((cidr) => cidr.prefix < bits[cidr.version])
  .chain((cidr) =>
    fc.integer({ min: 1, max: Math.min(12, bits[cidr.version] - cidr.prefix) }).chain((more) => {
      const index = fc.integer({ min: 0, max: 2 ** more - 1 });
      return fc.record({
        cidr: fc.constant(cidr),
        prefix: fc.constant(cidr.prefix + more),
        one: index,
        other: index,
      });
    }),
  );

describe("a range of addresses", () => {
  it("is the same after being written and read", () => {
    fc.assert(
      fc.property(cidrs, (cidr) => {
        assert.deepEqual(parseCidr(formatCidr(cidr)), cidr);
      }),
    );
  });

  it("contains every part it is divided into", () => {
    fc.assert(
      fc.property(divided, ({ cidr, prefix, one }) => {
        assert.ok(contains(cidr, subrange(cidr, prefix, one)));
      }),
    );
  });

  it("is divided into parts that overlap only themselves", () => {
    fc.assert(
      fc.property(divided, ({ cidr, prefix, one, other }) => {
        assert.equal(overlaps(subrange(cidr, prefix, one), subrange(cidr, prefix, other)), one === other);
      }),
    );
  });

  it("encloses each of its parts", () => {
    fc.assert(
      fc.property(divided, ({ cidr, prefix, one }) => {
        assert.deepEqual(enclosing(subrange(cidr, prefix, one), cidr.prefix), cidr);
      }),
    );
  });

  it("has as many addresses as its parts together", () => {
    fc.assert(
      fc.property(divided, ({ cidr, prefix }) => {
        const parts = 1n << BigInt(prefix - cidr.prefix);
        assert.equal(addressCount(cidr), parts * addressCount({ ...cidr, prefix }));
      }),
    );
  });

  it("overlaps another exactly where one of the two contains the other", () => {
    fc.assert(
      fc.property(cidrs, cidrs, (one, other) => {
        assert.equal(overlaps(one, other), contains(one, other) || contains(other, one));
      }),
    );
  });

  it("never overlaps or contains one of the other version", () => {
    const everything = [parseCidr("0.0.0.0/0"), parseCidr("::/0")] as const;
    assert.equal(overlaps(...everything), false);
    assert.equal(contains(...everything), false);
  });

  it("is written as AWS writes it", () => {
    assert.equal(formatCidr(subrange(parseCidr("10.20.0.0/16"), 24, 8)), "10.20.8.0/24");
    assert.equal(formatCidr(subrange(parseCidr("2001:db8:0:aa00::/56"), 64, 255)), "2001:db8:0:aaff::/64");
  });

  it("is refused in words that say what is required", () => {
    assert.match(cidrMistake("10.0.0.0") ?? "", /prefix length/);
    assert.match(cidrMistake("10.0.0.0/33") ?? "", /IPv4 or IPv6 range/);
    assert.match(cidrMistake("ten/8") ?? "", /IPv4 or IPv6 range/);
    assert.equal(cidrMistake("10.0.1.1/16"), "a range that begins where its prefix says: 10.0.0.0/16");
    assert.equal(cidrMistake("10.0.0.0/16"), undefined);
    assert.throws(() => parseCidr("10.0.1.1/16"), /"10\.0\.1\.1\/16" is not a range that begins/);
  });

  it("has no part beyond its last, and none larger than itself", () => {
    assert.throws(
      () => subrange(parseCidr("10.0.0.0/16"), 24, 256),
      /256 ranges with prefix \/24, no number 256/,
    );
    assert.throws(() => subrange(parseCidr("10.0.0.0/16"), 8, 0), /no ranges with prefix \/8/);
    assert.throws(() => enclosing(parseCidr("10.0.0.0/16"), 17), /lies in no range with prefix \/17/);
  });
});
