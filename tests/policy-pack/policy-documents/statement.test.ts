import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  selects,
  type Statement,
  statementsOf,
  touches,
} from "../../../policy-pack/policy-documents/statement";
import { View } from "../../../policy-pack/reading/view";
import { UNKNOWN } from "../support/fixtures";

const read = (policy: unknown): readonly Statement[] => statementsOf(new View(policy, "policy"));
const only = (policy: unknown): Statement => {
  const [statement] = read(policy);
  assert.ok(statement);
  return statement;
};

/** What a statement says, without where it stands. */
function meaning({ allows, actions, resources, principals, conditions }: Statement): object {
  const selection = ({ isNegated, patterns, unknown }: Statement["actions"]) => ({
    ...{ isNegated, patterns, isOpen: unknown !== undefined },
  });
  return {
    allows,
    actions: selection(actions),
    resources: selection(resources),
    principals: {
      isNegated: principals.isNegated,
      named: principals.named.map(({ kind, value, account }) => ({ kind, value, account })),
    },
    conditions: conditions.map(({ operator, quantifier, ifExists, key, values }) => ({
      ...{ operator, quantifier, ifExists, key, count: values.length },
    })),
  };
}

const one = (values: readonly unknown[]): unknown => (values.length === 1 ? values[0] : values);
const words = fc.array(fc.constantFrom("s3:Get*", "iam:PassRole", "*", "sqs:?end*"), {
  minLength: 1,
  maxLength: 3,
});
const principals = fc.array(fc.constantFrom("*", "111122223333", "arn:aws:iam::111122223333:role/x"), {
  minLength: 1,
  maxLength: 3,
});
const statement = fc.record({
  Effect: fc.constantFrom("Allow", "Deny"),
  Action: words,
  Resource: words,
  Principal: fc.record({ AWS: principals }),
  Condition: fc.record({
    StringLike: fc.record({
      "aws:PrincipalOrgID": fc.array(fc.constantFrom("o-1", "*"), { minLength: 1, maxLength: 2 }),
    }),
  }),
});

describe("statements of policy documents", () => {
  it("are the same however the document is written", () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), (statements) => {
        const short = statements.map((full) => ({
          ...full,
          Action: one(full.Action.map((action) => action.toUpperCase())),
          Resource: one(full.Resource),
          Principal: { AWS: one(full.Principal.AWS) },
          Condition: {
            stringlike: { "AWS:principalORGid": one(full.Condition.StringLike["aws:PrincipalOrgID"]) },
          },
        }));
        const expected = read({ Statement: statements }).map(meaning);
        assert.deepEqual(read({ Statement: one(short) }).map(meaning), expected);
        assert.deepEqual(read(JSON.stringify({ Statement: one(short) })).map(meaning), expected);
      }),
    );
  });

  it("never lose certainty to what is unknown: where something is proven, filling in the rest keeps it", () => {
    fc.assert(
      fc.property(words, words, fc.nat(2), (actions, filling, position) => {
        const at = position % actions.length;
        const partly = only({
          Statement: {
            Effect: "Allow",
            Action: actions.map((each, index) => (index === at ? UNKNOWN : each)),
          },
        });
        const whole = only({
          Statement: {
            Effect: "Allow",
            Action: actions.flatMap((each, index) => (index === at ? filling : each)),
          },
        });
        for (const probe of ["iam:passrole", "s3:getobject", "*"]) {
          const before = selects(partly.actions, probe);
          if (before !== "maybe") assert.equal(selects(whole.actions, probe), before);
        }
      }),
    );
  });

  it("take every form of a principal", () => {
    const kinds = (Principal: unknown): readonly string[] =>
      only({ Statement: { Effect: "Allow", Principal } }).principals.named.map(
        ({ kind, account }) => kind + (account === undefined ? "" : ` ${account}`),
      );
    assert.deepEqual(kinds("*"), ["everyone"]);
    assert.deepEqual(kinds({ AWS: "*" }), ["everyone"]);
    assert.deepEqual(kinds({ AWS: ["111122223333", "arn:aws:iam::444455556666:root"] }), [
      "account 111122223333",
      "account 444455556666",
    ]);
    assert.deepEqual(kinds({ AWS: "arn:aws:sts::111122223333:assumed-role/r/s" }), ["account 111122223333"]);
    assert.deepEqual(kinds({ AWS: "AROAABCDEFGHIJKLMNOPQ" }), ["identity"]);
    assert.deepEqual(kinds({ AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" }), [
      "service",
    ]);
    assert.deepEqual(kinds({ Service: ["sns.amazonaws.com"], CanonicalUser: "79a5" }), [
      "service",
      "canonical",
    ]);
    assert.deepEqual(kinds({ Federated: "arn:aws:iam::111122223333:saml-provider/idp" }), [
      "federated 111122223333",
    ]);
    assert.deepEqual(kinds({ AWS: UNKNOWN, Service: UNKNOWN }), ["unknown", "service"]);
    assert.deepEqual(kinds(UNKNOWN), ["unknown"]);
    assert.deepEqual(kinds(undefined), []);
  });

  it("keep the negated forms apart", () => {
    const {
      actions,
      resources,
      principals: whom,
    } = only({
      Statement: {
        Effect: "Allow",
        NotAction: "iam:*",
        NotResource: ["a", "b"],
        NotPrincipal: { AWS: "111122223333" },
      },
    });
    assert.deepEqual([actions.isNegated, resources.isNegated, whom.isNegated], [true, true, true]);
    assert.deepEqual([selects(actions, "iam:passrole"), selects(actions, "s3:getobject")], ["no", "yes"]);
    assert.deepEqual([selects(actions, "*"), touches(actions, "*")], ["no", "yes"]);
    assert.deepEqual([touches(actions, "iam:passrole"), touches(actions, "i*:*")], ["no", "yes"]);
  });

  it("select and touch what their patterns say, and wait for patterns that are not known", () => {
    const { actions } = only({ Statement: { Effect: "Allow", Action: ["S3:Get*", UNKNOWN] } });
    assert.deepEqual([selects(actions, "s3:getobject"), selects(actions, "s3:*")], ["yes", "maybe"]);
    assert.deepEqual([touches(actions, "s3:*"), touches(actions, "iam:*")], ["yes", "maybe"]);
    const { actions: all } = only({ Statement: { Effect: "Allow", Action: "*:*" } });
    assert.equal(selects(all, "*"), "yes");
    const { actions: others } = only({ Statement: { Effect: "Allow", NotAction: [UNKNOWN] } });
    assert.deepEqual([selects(others, "iam:*"), touches(others, "iam:*")], ["maybe", "maybe"]);
  });

  it("are one statement of which nothing is known where the document is not readable", () => {
    for (const policy of [UNKNOWN, "not json", "", [], 7]) {
      const [statementOfAny, ...rest] = read(policy);
      assert.equal(statementOfAny?.allows, "maybe", JSON.stringify(policy));
      assert.equal(selects(statementOfAny.actions, "s3:getobject"), "maybe");
      assert.deepEqual(rest, []);
    }
    assert.deepEqual(read(undefined), []);
    assert.deepEqual(read({ Version: "2012-10-17" }), []);
    assert.deepEqual(read({ Statement: [] }), []);
  });
});
