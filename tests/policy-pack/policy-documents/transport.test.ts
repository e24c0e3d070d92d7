import * as assert from "node:assert/strict";

import { statementsOf } from "../../../policy-pack/policy-documents/statement";
import { deniesPlainText } from "../../../policy-pack/policy-documents/transport";
import { View } from "../../../policy-pack/reading/view";
import { UNKNOWN } from "../support/fixtures";

const denial = { Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: "*" };
const without = (value: unknown) => ({ Bool: { "aws:SecureTransport": value } });

describe("denials of requests without TLS", () => {
  for (const [title, statement, expected] of [
    ["a denial", { ...denial, Condition: without("false") }, "yes"],
    ["a denial by a truth value", { ...denial, Condition: without(false) }, "yes"],
    ["a denial of more", { ...denial, Action: "*", Condition: without("false") }, "yes"],
    [
      "a denial if the key exists",
      { ...denial, Condition: { BoolIfExists: { "aws:SecureTransport": "false" } } },
      "yes",
    ],
    ["a denial of less", { ...denial, Action: "sqs:DeleteQueue", Condition: without("false") }, "no"],
    ["a denial of what has TLS", { ...denial, Condition: without("true") }, "no"],
    ["a denial of everything", denial, "no"],
    ["a permission", { ...denial, Effect: "Allow", Condition: without("false") }, "no"],
    [
      "a denial to one account",
      { ...denial, Principal: { AWS: "111122223333" }, Condition: without("false") },
      "no",
    ],
    ["a condition that is not known", { ...denial, Condition: UNKNOWN }, "maybe"],
    ["a value that is not known", { ...denial, Condition: without(UNKNOWN) }, "maybe"],
    ["an effect that is not known", { ...denial, Effect: UNKNOWN, Condition: without("false") }, "maybe"],
  ] as const) {
    it(`are found in a document: ${title}: ${expected}`, () => {
      const document = statementsOf(new View({ Statement: [statement] }, "policy"));
      assert.equal(deniesPlainText(document, "sqs:sendmessage"), expected);
    });
  }
});
