import * as assert from "node:assert/strict";

import { type NameLimits, nameLimits } from "../../../infra/core/name-limits";

const rows: readonly (readonly [string, NameLimits])[] = Object.entries(nameLimits);

describe("the limits of names", () => {
  it("name a page of AWS's for every kind", () => {
    for (const [kind, { source }] of rows) {
      assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$/, kind);
    }
  });

  it("speak of one character at a time, and accept what names are made of", () => {
    for (const [kind, { character, separator, prefix }] of rows) {
      for (const needed of ["a", "0", "-", separator]) assert.match(needed, character, `${kind}: ${needed}`);
      for (const refused of ["", " ", "\n", "é", "*"]) assert.doesNotMatch(refused, character, kind);
      assert.match(prefix, /^((alias|\/aws\/vendedlogs)?\/|aws-waf-logs-)?$/, kind);
    }
  });
});
