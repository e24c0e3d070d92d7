import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  isForStrangers,
  isPublic,
  knownAccounts,
  trustsAnyDeputy,
} from "../../../policy-pack/policy-documents/exposure";
import { statementsOf } from "../../../policy-pack/policy-documents/statement";
import { some, type Truth } from "../../../policy-pack/reading/truth";
import { View } from "../../../policy-pack/reading/view";
import { UNKNOWN } from "../support/fixtures";

const own = "111122223333";
const other = "444455556666";
const open = { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" };
const organisation = { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } };
const document = (...Statement: readonly unknown[]) => statementsOf(new View({ Statement }, "policy"));
const isOpen = (...statements: readonly unknown[]): Truth => {
  const all = document(...statements);
  return some(all, (statement) => isPublic(statement, all));
};

describe("exposure by policy documents", () => {
  for (const [title, statements, expected] of [
    ["an open statement", [open], "yes"],
    ["a denial", [{ ...open, Effect: "Deny" }], "no"],
    ["a named account", [{ ...open, Principal: { AWS: other } }], "no"],
    ["everyone but one", [{ ...open, Principal: undefined, NotPrincipal: { AWS: other } }], "yes"],
    ["an open statement with an unknown resource", [{ ...open, Resource: UNKNOWN }], "yes"],
    [
      "a named account with an unknown resource",
      [{ ...open, Principal: { AWS: other }, Resource: UNKNOWN }],
      "no",
    ],
    ["a principal that is not known", [{ ...open, Principal: { AWS: UNKNOWN } }], "maybe"],
    ["a service that is not known", [{ ...open, Principal: { Service: UNKNOWN } }], "no"],
    ["an unknown principal beside an open one", [{ ...open, Principal: { AWS: [UNKNOWN, "*"] } }], "yes"],
    [
      "an unknown principal under a limit",
      [{ ...open, Principal: UNKNOWN, Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } }],
      "no",
    ],
    ["an effect that is not known", [{ ...open, Effect: UNKNOWN }], "maybe"],
    [
      "a denial of all strangers",
      [open, { ...open, Effect: "Deny", Action: "*", Condition: organisation }],
      "no",
    ],
    [
      "a denial of strangers that is about less",
      [open, { ...open, Effect: "Deny", Action: "sqs:ReceiveMessage", Condition: organisation }],
      "yes",
    ],
    [
      "a denial of strangers to another resource",
      [open, { ...open, Effect: "Deny", Resource: "arn:aws:sqs:::q", Condition: organisation }],
      "yes",
    ],
    [
      "a denial of one account's strangers",
      [open, { ...open, Effect: "Deny", Principal: { AWS: other }, Condition: organisation }],
      "yes",
    ],
    [
      "a denial of everyone but one",
      [open, { Effect: "Deny", NotPrincipal: { AWS: own }, Action: "*", Resource: "*" }],
      "no",
    ],
    [
      "a denial of what lacks TLS",
      [open, { ...open, Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }],
      "yes",
    ],
    [
      "a denial under a condition that is not known",
      [open, { ...open, Effect: "Deny", Condition: UNKNOWN }],
      "maybe",
    ],
    ["nothing known", [UNKNOWN], "maybe"],
  ] as const) {
    it(`to the public: ${title}: ${expected}`, () => {
      assert.equal(isOpen(...statements), expected);
    });
  }

  it("to the public: what is proven stays so, whatever the unknown values turn out to be", () => {
    const hole = (...values: readonly unknown[]) =>
      fc.record({ before: fc.constantFrom(UNKNOWN, "same"), value: fc.constantFrom(...values) });
    const shape = fc.record({
      Effect: hole("Allow", "Deny"),
      Principal: hole("*", { AWS: other }, { AWS: [other, "*"] }, { Service: "sns.amazonaws.com" }),
      Action: hole("*", "sqs:SendMessage", "sqs:*"),
      Resource: hole("*", "arn:aws:sqs:::q"),
      Condition: hole(
        organisation,
        { StringEquals: { "aws:SourceVpc": "vpc-1" } },
        { Bool: { "aws:SecureTransport": "true" } },
      ),
    });
    fc.assert(
      fc.property(fc.array(shape, { minLength: 1, maxLength: 3 }), (shapes) => {
        const filled = (isWhole: boolean) =>
          shapes.map((each) =>
            Object.fromEntries(
              Object.entries(each).map(([name, { before, value }]) => [
                name,
                isWhole || before === "same" ? value : UNKNOWN,
              ]),
            ),
          );
        const before = isOpen(...filled(false));
        if (before !== "maybe") assert.equal(isOpen(...filled(true)), before);
      }),
      { numRuns: 3000 },
    );
  });

  const strangers = (statement: object, trusted: readonly string[], provider?: object): Truth => {
    const all = document(statement);
    const accounts = knownAccounts(all, trusted, provider && new View(provider, ""));
    return some(all, (each) => isForStrangers(each, accounts));
  };
  const ownQueue = { ...open, Resource: `arn:aws:sqs:eu-west-1:${own}:queue` };

  for (const [title, statement, trusted, expected] of [
    ["another account", { ...ownQueue, Principal: { AWS: other } }, [], "yes"],
    [
      "another account, as root",
      { ...ownQueue, Principal: { AWS: `arn:aws:iam::${other}:root` } },
      [],
      "yes",
    ],
    [
      "another account that is trusted",
      { ...ownQueue, Principal: { AWS: `arn:aws:iam::${other}:root` } },
      [other],
      "no",
    ],
    ["the own account", { ...ownQueue, Principal: { AWS: own } }, [], "no"],
    ["an account where the own one is not known", { ...open, Principal: { AWS: other } }, [], "maybe"],
    ["everyone", ownQueue, [], "yes"],
    [
      "everyone of a trusted account",
      { ...ownQueue, Condition: { StringEquals: { "aws:PrincipalAccount": other } } },
      [other],
      "no",
    ],
    [
      "everyone of another account",
      { ...ownQueue, Condition: { StringEquals: { "aws:PrincipalAccount": other } } },
      [],
      "yes",
    ],
    [
      "everyone of the organisation",
      { ...ownQueue, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } },
      [],
      "no",
    ],
    ["a service", { ...ownQueue, Principal: { Service: "sns.amazonaws.com" } }, [], "no"],
    ["a canonical user", { ...ownQueue, Principal: { CanonicalUser: "79a5" } }, [], "maybe"],
    ["somebody who is not known", { ...ownQueue, Principal: { AWS: UNKNOWN } }, [], "maybe"],
    ["nobody, by denial", { ...ownQueue, Effect: "Deny" }, [], "no"],
  ] as const) {
    it(`to strangers: ${title}: ${expected}`, () => {
      assert.equal(strangers(statement, trusted), expected);
    });
  }

  it("knows the own account from the provider", () => {
    const statement = { ...open, Principal: { AWS: other } };
    assert.equal(strangers(statement, [], { allowedAccountIds: JSON.stringify([own]) }), "yes");
    assert.equal(strangers(statement, [], { allowedAccountIds: [other] }), "no");
  });

  const deputy = (statement: object): Truth =>
    some(document(statement), (each) => trustsAnyDeputy(each, (service) => service === "sns.amazonaws.com"));
  const forTopics = { ...open, Principal: { Service: "sns.amazonaws.com" } };

  for (const [title, statement, expected] of [
    ["a service for anyone", forTopics, "yes"],
    [
      "a service for one source",
      { ...forTopics, Condition: { ArnLike: { "aws:SourceArn": `arn:aws:sns:*:${own}:*` } } },
      "no",
    ],
    [
      "a service for one account",
      { ...forTopics, Condition: { StringEquals: { "aws:SourceAccount": own } } },
      "no",
    ],
    [
      "a service for any source",
      { ...forTopics, Condition: { ArnLike: { "aws:SourceArn": "*" } } },
      "no source",
    ],
    ["a service that tells no source", { ...open, Principal: { Service: "ec2.amazonaws.com" } }, "no"],
    ["a service that is not known", { ...open, Principal: { Service: UNKNOWN } }, "maybe"],
    ["no service", open, "no"],
  ] as const) {
    it(`to a confused deputy: ${title}: ${expected}`, () => {
      assert.equal(deputy(statement), expected === "no source" ? "yes" : expected);
    });
  }
});

describe("whom a statement lets in", () => {
  it("is somebody strange where only one account is kept out", () => {
    const condition = { StringNotEquals: { "aws:PrincipalAccount": own } };
    const [statement] = document({ ...open, Condition: condition });
    assert.ok(statement);
    assert.equal(isForStrangers(statement, { numbers: new Set([own]), holdsOwn: true }), "yes");
  });

  it("is no deputy where the principal is one of AWS accounts, known or not", () => {
    const [unknown, known] = document(
      { ...open, Principal: { AWS: UNKNOWN } },
      { ...open, Principal: "111122223333" },
    );
    assert.ok(unknown && known);
    assert.equal(
      trustsAnyDeputy(unknown, () => true),
      "no",
    );
    assert.equal(
      trustsAnyDeputy(known, () => true),
      "no",
    );
  });
});
