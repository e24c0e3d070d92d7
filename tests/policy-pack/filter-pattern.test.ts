import * as assert from "node:assert/strict";

import { type LogEvent, readPattern } from "../../policy-pack/aws/filter-pattern";

const counts = (pattern: string, event: LogEvent): boolean | undefined => readPattern(pattern)?.(event);

describe("filter patterns of CloudWatch Logs", () => {
  it("compare text, with stars on either side and without quotes", () => {
    const event = { errorCode: "Client.UnauthorizedOperation", eventSource: "kms.amazonaws.com" };
    assert.equal(counts('{ $.errorCode = "*UnauthorizedOperation" }', event), true);
    assert.equal(counts('{ $.errorCode = "UnauthorizedOperation" }', event), false);
    assert.equal(counts("{$.eventSource=kms.amazonaws.com}", event), true);
    assert.equal(counts("{ $.eventSource = kmsXamazonaws.com }", event), false);
    assert.equal(counts('{ $.eventSource != "s3.amazonaws.com" }', event), true);
    assert.equal(counts("{ $.errorCode = %Unauthorized.peration% }", event), true);
  });

  it("take signs of quoting for what they are within a word", () => {
    assert.equal(counts("{ $.a = 5%b% }", { a: "x%b" }), false);
    assert.equal(counts('{ $.a = a"b" }', { a: 'a"b"' }), true);
    assert.equal(counts('{ $.a = "say \\"hi\\"" }', { a: 'say "hi"' }), true);
  });

  it("bind && before ||, and brackets before both", () => {
    const event = { a: 1, b: 2, c: 3 };
    assert.equal(counts("{ $.a = 1 || $.b = 0 && $.c = 0 }", event), true);
    assert.equal(counts("{ ($.a = 1 || $.b = 0) && $.c = 0 }", event), false);
  });

  it("compare numbers, and ask whether a field is there, null, true or false", () => {
    const event = { n: 5, none: null, on: true, off: false, deep: { "a.b": ["x"] } };
    assert.equal(counts("{ $.n >= 5 && $.n < 6 && $.n > 4 && $.n <= 5 }", event), true);
    assert.equal(counts("{ $.n > 5 }", event), false);
    assert.equal(counts("{ $.n < 5 }", event), false);
    assert.equal(counts("{ $.none IS NULL && $.on IS TRUE && $.off is false }", event), true);
    assert.equal(counts("{ $.missing NOT EXISTS && $.n EXISTS }", event), true);
    assert.equal(counts("{ $.n NOT EXISTS }", event), false);
    assert.equal(counts("{ $.deep.['a.b'][0] = x }", event), true);
  });

  it("hold for no event that lacks the field, whichever way they compare", () => {
    assert.deepEqual(
      ["=", "!=", "<"].map((operator) => counts(`{ $.missing ${operator} 1 }`, {})),
      [false, false, false],
    );
  });

  it("are unreadable where they are none for JSON, or broken", () => {
    for (const pattern of [
      ...["", "ERROR", "[ip, user]", "{ $.a = 1", "{ $.a = 1 } x", "{ $.a toString 1 }", "{ a = 1 }"],
      ...["{ $.a }", "{ $.a = %(% }", "{ ($.a = 1 }", "{ $.a ! 1 }", "{ $.a IS BIG }"],
    ])
      assert.equal(readPattern(pattern), undefined, pattern);
  });
});
