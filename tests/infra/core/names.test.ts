import * as assert from "node:assert/strict";
import fc from "fast-check";

import { type NameKind, type NameLimits, nameLimits } from "../../../infra/core/name-limits";
import { environmentMistake, physicalName } from "../../../infra/core/names";

// `Object.keys` forgets the type of the keys; the table has no others.
const kinds = Object.keys(nameLimits) as NameKind[];

const scope = { environment: "dev", accountId: "111122223333", region: "ap-southeast-2" };

const kind = fc.constantFrom(...kinds);
const environment = fc
  .stringMatching(/^[a-z][a-z0-9]{0,11}$/)
  .filter((word) => environmentMistake(word) === undefined);
const givenName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 1200, unit: "binary" }),
  fc.stringMatching(/^[a-zA-Z0-9-]{1,80}$/),
  fc.tuple(fc.nat(2), fc.nat(600)).map(([ahead, times]) => "x".repeat(ahead) + "a-".repeat(times) + "b"),
);

describe("physical names", () => {
  it("hold only what AWS accepts for their kind, at every length", () => {
    fc.assert(
      fc.property(kind, environment, givenName, (kindOfName, word, name) => {
        const limits: NameLimits = nameLimits[kindOfName];
        const physical = physicalName(kindOfName, { ...scope, environment: word }, name);
        assert.ok(physical.startsWith(limits.prefix));
        assert.ok(physical.length <= limits.maxLength, `${physical.length} characters`);
        for (const character of physical.slice(limits.prefix.length))
          assert.match(character, limits.character);
      }),
    );
  });

  it("neither double nor close with a hyphen, which databases and balancers refuse", () => {
    fc.assert(
      fc.property(kind, environment, givenName, (kindOfName, word, name) => {
        assert.doesNotMatch(physicalName(kindOfName, { ...scope, environment: word }, name), /--|-$/);
      }),
    );
  });

  it("are the same for the same arguments", () => {
    fc.assert(
      fc.property(kind, givenName, (kindOfName, name) => {
        assert.equal(physicalName(kindOfName, scope, name), physicalName(kindOfName, scope, name));
      }),
    );
  });

  it("differ, in more than case where AWS ignores case, when anything given differs", () => {
    const foldsCase = kind.filter((kindOfName) => !nameLimits[kindOfName].character.test("A"));
    const alike = givenName.chain((name) => fc.tuple(fc.constant(name), variantsOf(name)));
    fc.assert(
      fc.property(foldsCase, fc.tuple(environment, environment), alike, (kindOfName, [one, other], names) => {
        fc.pre(one !== other || names[0] !== names[1]);
        const first = physicalName(kindOfName, { ...scope, environment: one }, names[0]);
        const second = physicalName(kindOfName, { ...scope, environment: other }, names[1]);
        assert.notEqual(first.toLowerCase(), second.toLowerCase());
      }),
    );
  });

  it("differ for every kind when the names given differ only where they are cut or replaced", () => {
    for (const kindOfName of kinds) {
      const long = "a".repeat(1100);
      const variants = [long, `${long}b`, "a b", "a?b", "a--b", "a-b", "a-b-", "/a-b"];
      const physical = variants.map((name) => physicalName(kindOfName, scope, name));
      assert.equal(new Set(physical).size, variants.length, physical.join(" "));
    }
  });

  it("keep a name that fits as it is", () => {
    assert.equal(physicalName("iam-role", scope, "network-flow-logs"), "dev-network-flow-logs");
    assert.equal(physicalName("log-group", scope, "network/flow-logs"), "/dev/network/flow-logs");
    assert.equal(physicalName("kms-alias", scope, "network-logs"), "alias/dev/network-logs");
  });

  it("of buckets say the account and Region, since they are unique in the world", () => {
    assert.equal(physicalName("bucket", scope, "trail"), "dev-trail-111122223333-ap-southeast-2");
  });

  it("cut at the limit, and not before it", () => {
    const room = nameLimits["load-balancer"].maxLength - "dev-".length;
    const atLimit = "a".repeat(room);
    assert.equal(physicalName("load-balancer", scope, atLimit), `dev-${atLimit}`);
    const beyond = physicalName("load-balancer", scope, `${atLimit}a`);
    assert.match(beyond, /^dev-a+-[a-z0-9]{8}$/);
    assert.equal(beyond.length, nameLimits["load-balancer"].maxLength);
  });

  it("leave every kind room for a hash within the longest environment and Region", () => {
    for (const kindOfName of kinds) {
      const wide = { environment: "e".repeat(12), accountId: "111122223333", region: "ap-northeast-1" };
      assert.match(physicalName(kindOfName, wide, "x".repeat(2000)), /[a-z0-9]{8}(-111122223333-.*)?$/);
    }
  });

  it("cannot begin with an environment that AWS would read as its own word, or that holds a hyphen", () => {
    for (const word of ["aws", "sg", "internal", "xn", "dev-eu", "Dev", "1dev", "", "a".repeat(13)]) {
      assert.throws(() => physicalName("iam-role", { ...scope, environment: word }, "x"), /environment/);
    }
  });

  it("are refused for nothing", () => {
    assert.throws(() => physicalName("iam-role", scope, ""), /empty name/);
  });
});

/** Names that are easily taken for the one given. */
function variantsOf(name: string): fc.Arbitrary<string> {
  return fc.constantFrom(
    name,
    name.toUpperCase(),
    `${name}-`,
    name.replaceAll("-", "--"),
    name.slice(0, -1) || "x",
  );
}
