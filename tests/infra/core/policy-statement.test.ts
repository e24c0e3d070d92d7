import * as assert from "node:assert/strict";
import fc from "fast-check";

import {
  type PolicyStatement,
  renderStatements,
  statementMistakes,
} from "../../../infra/core/policy-statement";

const statement: PolicyStatement = {
  sid: "ReadTrail",
  actions: ["s3:GetObject"],
  resources: ["arn:aws:s3:::trail/*"],
};

function mistakes(differences: Partial<PolicyStatement<unknown>>): string {
  return statementMistakes([{ ...statement, ...differences }]).join("\n");
}

describe("a policy statement", () => {
  it("is accepted when it says what, on what, and no more", () => {
    assert.equal(mistakes({}), "");
  });

  for (const action of ["*", "s3:*", "*:*", "s3:**", "?*"]) {
    it(`is refused when it allows the action ${action} without a reason`, () => {
      assert.match(
        mistakes({ actions: [action] }),
        /action ".*" says "any"; state why in wildcards\.actions/,
      );
      assert.equal(mistakes({ actions: [action], wildcards: { actions: "the key's administrators" } }), "");
    });
  }

  it("may allow actions by a prefix, which is a choice", () => {
    assert.equal(mistakes({ actions: ["s3:Get*", "ec2:Describe*"] }), "");
  });

  for (const resource of ["*", "**", "arn:aws:s3:::*", "arn:*:*:*:*:*", "arn:*"]) {
    it(`is refused when it allows the resource ${resource} without a reason`, () => {
      assert.match(mistakes({ resources: [resource] }), /resource ".*" says "any"/);
      assert.equal(mistakes({ resources: [resource], wildcards: { resources: "the key itself" } }), "");
    });
  }

  it("may allow resources by a type or a path", () => {
    const resources = ["arn:aws:s3:::trail/*", "arn:aws:logs:eu-west-1:111122223333:log-group:*"];
    assert.equal(mistakes({ resources }), "");
  });

  for (const principals of [
    "*",
    { AWS: ["*"] },
    { AWS: ["arn:aws:iam::*:root"] },
    { Service: ["*"] },
  ] as const) {
    it(`is refused when it allows ${JSON.stringify(principals)} without a reason`, () => {
      assert.match(mistakes({ principals }), /principal ".*" says "any"/);
      assert.equal(mistakes({ principals, wildcards: { principals: "limited by the condition" } }), "");
    });
  }

  it("needs a reason for each element that says any, and a blank one is none", () => {
    const any = { principals: "*", actions: ["*"], resources: ["*"] } as const;
    assert.equal(
      mistakes({ ...any, wildcards: { actions: "a", resources: "b", principals: " " } }).split("\n").length,
      1,
    );
    assert.equal(mistakes(any).split("\n").length, 3);
  });

  it("may deny anything to anybody, which only narrows", () => {
    assert.equal(mistakes({ effect: "Deny", principals: "*", actions: ["*"], resources: ["*"] }), "");
  });

  it("is refused without an action, with an empty list of resources, with a sid of other characters", () => {
    assert.match(mistakes({ actions: [] }), /no action/);
    assert.match(mistakes({ resources: [] }), /no resource/);
    assert.match(mistakes({ sid: "read trail" }), /letters and digits only/);
  });

  it("is refused when another has its sid, which IAM does not allow", () => {
    assert.match(statementMistakes([statement, statement]).join(), /same sid/);
  });
});

describe("a rendered policy document", () => {
  it("is IAM's JSON, with reasons left out", () => {
    const document: unknown = JSON.parse(
      renderStatements([
        {
          ...statement,
          principals: { Service: ["logs.eu-west-1.amazonaws.com"] },
          conditions: { StringEquals: { "aws:SourceAccount": "111122223333" } },
          wildcards: { resources: "never needed" },
        },
        { sid: "PlainHttp", effect: "Deny", principals: "*", actions: ["s3:*"], resources: ["*"] },
      ]),
    );
    assert.deepEqual(document, {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ReadTrail",
          Effect: "Allow",
          Principal: { Service: ["logs.eu-west-1.amazonaws.com"] },
          Action: ["s3:GetObject"],
          Resource: ["arn:aws:s3:::trail/*"],
          Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
        },
        { Sid: "PlainHttp", Effect: "Deny", Principal: "*", Action: ["s3:*"], Resource: ["*"] },
      ],
    });
  });

  it("never allows what is made of wildcards alone unless a reason was stated", () => {
    const wild = fc.stringMatching(/^([a-z0-9]+:)?[*?]{1,3}$/);
    fc.assert(fc.property(wild, (action) => mistakes({ actions: [action] }) !== ""));
  });
});
