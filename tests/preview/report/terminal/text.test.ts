import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { count, duration, fit, wrap } from "../../../../preview/report/terminal/text";

describe("text for a terminal", () => {
  it("is wrapped without losing a character that is not a space", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), fc.integer({ min: 20, max: 80 }), (text, width) => {
        const bare = (given: string): string => given.replace(/\s/g, "");
        assert.equal(bare(wrap(text, width).join("")), bare(text));
      }),
    );
  });

  it("keeps to its width, the indent included", () => {
    const lines = wrap("one two three four five six seven", 24, "    ");
    assert.deepEqual(lines, ["    one two three four", "    five six seven"]);
  });

  it("is cut with an ellipsis only where it is too long", () => {
    assert.equal(fit("abcd", 4), "abcd");
    assert.equal(fit("abcde", 4), "abc…");
  });

  it("has numbers with their nouns and durations with their units", () => {
    assert.equal(count(1, "resource"), "1 resource");
    assert.equal(count(1200, "resource"), "1,200 resources");
    assert.equal(duration(999), "999 ms");
    assert.equal(duration(1250), "1.3 s");
  });
});
