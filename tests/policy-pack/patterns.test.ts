import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { covers, overlaps } from "../../policy-pack/reading/patterns";

/** Patterns and texts of few letters, so that they meet often. */
const pattern = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 7 });
const text = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 7 });

function asExpression(glob: string): RegExp {
  return new RegExp(`^${glob.replace(/\?/g, ".").replace(/\*/g, ".*")}$`);
}

/** A text that a pattern stands for: each wildcard replaced by what is drawn for it. */
function instance(glob: string, fill: readonly string[]): string {
  let next = 0;
  return glob.replace(/[*?]/g, (wildcard) => {
    const drawn = fill[next++ % fill.length] ?? "";
    return wildcard === "*" ? drawn : drawn.charAt(0) || "a";
  });
}

describe("patterns of policy documents", () => {
  it("cover plain texts exactly as the wildcards say", () => {
    fc.assert(
      fc.property(pattern, text, (glob, plain) => {
        assert.equal(covers(glob, plain), asExpression(glob).test(plain));
      }),
    );
  });

  it("overlap with plain texts exactly where they cover them", () => {
    fc.assert(
      fc.property(pattern, text, (glob, plain) => {
        assert.equal(overlaps(glob, plain), covers(glob, plain));
        assert.equal(overlaps(plain, glob), covers(glob, plain));
      }),
    );
  });

  it("cover a pattern only where they cover all it stands for", () => {
    fc.assert(
      fc.property(pattern, pattern, fc.array(text, { minLength: 1, maxLength: 5 }), (outer, inner, fill) => {
        if (covers(outer, inner)) assert.ok(covers(outer, instance(inner, fill)));
      }),
      { numRuns: 2000 },
    );
  });

  it("cover a pattern wherever no text of another alphabet escapes", () => {
    // A letter that no pattern holds stands for "anything else", so a pattern that is not covered shows it.
    fc.assert(
      fc.property(pattern, pattern, (outer, inner) => {
        const shown = ["", "z", "zzzzzzzz"].map((run) => instance(inner, [run]));
        if (!covers(outer, inner) && !/[*?]{2}|\?/.test(inner + outer)) {
          assert.ok(shown.some((plain) => !covers(outer, plain)));
        }
      }),
    );
  });

  it("overlap wherever one text is covered by both", () => {
    fc.assert(
      fc.property(pattern, pattern, fc.array(text, { minLength: 1, maxLength: 5 }), (one, two, fill) => {
        const plain = instance(one, fill);
        if (covers(two, plain)) assert.ok(overlaps(one, two) && overlaps(two, one));
      }),
      { numRuns: 2000 },
    );
  });

  it("are ordered: covering is reflexive and transitive, and whoever covers overlaps", () => {
    fc.assert(
      fc.property(pattern, pattern, pattern, (a, b, c) => {
        assert.ok(covers(a, a) && covers("*", a));
        if (covers(a, b) && covers(b, c)) assert.ok(covers(a, c));
        if (covers(a, b)) assert.ok(overlaps(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  for (const [outer, inner, expected] of [
    ["iam:*", "iam:put*", true],
    ["iam:put*", "iam:*", false],
    ["s3:get*", "s3:get??ject", true],
    ["*?", "?*", true],
    ["?", "*", false],
    ["*", "", true],
  ] as const) {
    it(`say ${String(expected)} of whether "${outer}" covers "${inner}"`, () => {
      assert.equal(covers(outer, inner), expected);
    });
  }

  for (const [one, two, expected] of [
    ["s3:get*", "s3:*object", true],
    ["s3:get*", "s3:put*", false],
    ["a*b", "a?", true],
    ["ab*", "?", false],
  ] as const) {
    it(`say ${String(expected)} of whether "${one}" and "${two}" overlap`, () => {
      assert.equal(overlaps(one, two), expected);
    });
  }
});
