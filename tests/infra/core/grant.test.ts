import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { settingName, statementId } from "../../../infra/core/grant";
import { statementMistakes } from "../../../infra/core/policy-statement";

const name = fc.stringMatching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

describe("what a grant is made of", () => {
  it("names a setting as an environment variable may be named", () => {
    assert.equal(settingName("database", "after-sales", "host"), "DATABASE_AFTER_SALES_HOST");
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (words) => {
        assert.match(settingName(...words), /^[A-Z][A-Z0-9_]*$/);
      }),
    );
  });

  it("names a statement in letters and digits", () => {
    assert.equal(statementId("read", "table", "quote-requests"), "ReadTableQuoteRequests");
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (words) => {
        const statement = { sid: statementId(...words), actions: ["s3:GetObject"] };
        assert.deepEqual(statementMistakes([statement]), []);
      }),
    );
  });
});
