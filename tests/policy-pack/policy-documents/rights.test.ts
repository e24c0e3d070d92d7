import * as assert from "node:assert/strict";

import {
  actionsOf,
  catalogueOrigin,
  givesUnscoped,
} from "../../../policy-pack/policy-documents/action-catalogue";
import {
  ESCALATION_PATHS,
  escalationOrigin,
  openPaths,
} from "../../../policy-pack/policy-documents/escalation";
import {
  canDo,
  givesWholeService,
  isAdministrator,
  isEveryResource,
  isNarrowed,
} from "../../../policy-pack/policy-documents/rights";
import { statementsOf } from "../../../policy-pack/policy-documents/statement";
import { some, type Truth } from "../../../policy-pack/reading/truth";
import { View } from "../../../policy-pack/reading/view";
import { UNKNOWN } from "../support/fixtures";

const document = (...Statement: readonly unknown[]) => statementsOf(new View({ Statement }, "policy"));
const allow = (Action: unknown, Resource: unknown = "*", Condition?: unknown) => ({
  ...{ Effect: "Allow", Action, Resource },
  ...(Condition !== undefined && { Condition }),
});
const deny = (Action: unknown, Condition?: unknown) => ({ ...allow(Action, "*", Condition), Effect: "Deny" });

describe("rights by policy documents", () => {
  for (const [title, statement, expected] of [
    ["all on all", allow("*"), "yes"],
    ["all services' all on all", allow(["*:*"]), "yes"],
    ["all on every ARN", allow("*", "arn:aws:*:*:*:*"), "yes"],
    ["all but another service", { Effect: "Allow", NotAction: "s3:*", Resource: "*" }, "yes"],
    ["all but IAM", { Effect: "Allow", NotAction: ["iam:*", "organizations:*"], Resource: "*" }, "no"],
    ["all on one bucket", allow("*", "arn:aws:s3:::bucket/*"), "no"],
    ["all on all but one", { Effect: "Allow", Action: "*", NotResource: "arn:aws:s3:::bucket" }, "yes"],
    [
      "all under a limit on the resource",
      allow("*", "*", { StringEquals: { "aws:ResourceTag/team": "us" } }),
      "no",
    ],
    ["all from a network", allow("*", "*", { StringEquals: { "aws:SourceVpc": "vpc-1" } }), "yes"],
    ["all with a second factor", allow("*", "*", { Bool: { "aws:MultiFactorAuthPresent": "true" } }), "yes"],
    [
      "all on neither one bucket nor anything",
      { Effect: "Allow", Action: "*", NotResource: ["*", "arn:aws:s3:::b"] },
      "no",
    ],
    ["one service", allow("s3:*"), "no"],
    ["all on what is not known", allow("*", UNKNOWN), "maybe"],
    ["what is not known on all", allow(UNKNOWN), "maybe"],
    ["a service on what is not known", allow("s3:*", UNKNOWN), "no"],
    ["nothing", deny("*"), "no"],
  ] as const) {
    it(`of an administrator: ${title}: ${expected}`, () => {
      assert.equal(some(document(statement), isAdministrator), expected);
    });
  }

  for (const [pattern, service, expected] of [
    ["*", "iam", true],
    ["arn:aws:*", "iam", true],
    ["arn:aws:iam::*:role/*", "iam", true],
    ["arn:aws:iam::111122223333:role/*", "iam", true],
    ["arn:aws:iam::*:role/app-*", "iam", false],
    ["arn:aws:iam::*:role/app/*", "iam", false],
    ["arn:aws:s3:::*", "s3", true],
    ["arn:aws:s3:::*/*", "s3", true],
    ["arn:aws:s3:::bucket/*", "s3", false],
    ["arn:aws:s3:::*", "iam", false],
    ["arn:aws:iam::*:role/*", "sts", true],
    ["arn:aws:ec2:*:*:instance/*", "ssm", true],
    ["arn:aws:kms:*:111122223333:key/*", "kms", true],
    ["arn:aws:kms:*:111122223333:key/1", "kms", false],
    ["arn:aws:logs:eu-west-1:111122223333:log-group:*", "logs", true],
    ["arn:aws:logs:eu-west-1:111122223333:log-group:/app:*", "logs", false],
    ["arn:aws:s3:*", "s3", true],
    ["bucket", "s3", false],
    ["arn:aws:s3:::*-logs", "s3", false],
    ["arn:aws:*:*:*:role/app", "iam", false],
    ["arn:aws:ec2:*:*:snapshot/*", "ebs", true],
    ["arn:aws:ec2:*:*:instance/*", "ec2-instance-connect", true],
  ] as const) {
    it(`over every resource of ${service}: "${pattern}": ${String(expected)}`, () => {
      assert.equal(isEveryResource(pattern, service), expected);
    });
  }

  for (const [title, condition, expected] of [
    [
      "a service that a role is passed to",
      { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      "yes",
    ],
    [
      "the same, if it exists, which it always does",
      { StringEqualsIfExists: { "iam:PassedToService": ["ec2.amazonaws.com"] } },
      "yes",
    ],
    ["any service that a role is passed to", { StringLike: { "iam:PassedToService": "*" } }, "no"],
    ["all services but one", { StringNotEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }, "no"],
    ["tagged resources", { StringEquals: { "aws:ResourceTag/team": "us" } }, "yes"],
    ["tagged resources, or untagged", { StringEqualsIfExists: { "aws:ResourceTag/team": "us" } }, "no"],
    ["a Region", { StringEquals: { "aws:RequestedRegion": "eu-west-1" } }, "no"],
    ["a cluster", { ArnEquals: { "ecs:cluster": UNKNOWN } }, "yes"],
    ["it is not known what", UNKNOWN, "maybe"],
  ] as const) {
    it(`narrowed down to ${title}: ${expected}`, () => {
      assert.equal(some(document(allow("*", "*", condition)), isNarrowed), expected);
    });
  }

  for (const [title, statements, expected] of [
    ["allowed", [allow("iam:Put*")], "yes"],
    ["allowed and denied", [allow("iam:*"), deny("iam:PutRolePolicy")], "no"],
    [
      "allowed and denied without a boundary",
      [
        allow("iam:*"),
        deny("iam:Put*", { StringNotEquals: { "iam:PermissionsBoundary": "arn:aws:iam::1:policy/b" } }),
      ],
      "no",
    ],
    [
      "allowed and denied without a second factor",
      [allow("iam:*"), deny("iam:*", { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } })],
      "yes",
    ],
    ["allowed, and what is denied is not known", [allow("iam:*"), deny(UNKNOWN)], "maybe"],
    ["denied for sure, and what is allowed is not known", [allow(UNKNOWN), deny("iam:*")], "no"],
    [
      "allowed, and denied for some things",
      [allow("iam:*"), deny("iam:*", { StringEquals: { "aws:ResourceTag/team": "us" } })],
      "yes",
    ],
    [
      "allowed for all roles but one",
      [{ Effect: "Allow", Action: "iam:*", NotResource: "arn:aws:iam::1:role/app" }],
      "yes",
    ],
    ["allowed for one role", [allow("iam:PutRolePolicy", "arn:aws:iam::1:role/app")], "no"],
  ] as const) {
    it(`to do something to everything: ${title}: ${expected}`, () => {
      assert.equal(canDo(document(...statements), "iam:putrolepolicy"), expected);
    });
  }

  const path = (...statements: readonly unknown[]): readonly (readonly [string, Truth])[] =>
    openPaths(document(...statements)).map(({ actions, isOpen }) => [actions.join(" "), isOpen]);

  it("to more rights: by one action, or by several of several documents", () => {
    assert.deepEqual(path(allow("iam:createpolicyversion")), [["iam:createpolicyversion", "yes"]]);
    assert.deepEqual(path(allow("iam:PassRole"), allow("ec2:Run*")), [
      ["iam:passrole ec2:runinstances", "yes"],
    ]);
    assert.deepEqual(path(allow("iam:PassRole")), []);
    for (const action of ["iam:addusertogroup", "iam:attachgrouppolicy"])
      assert.deepEqual(path(allow(action)), [[action, "yes"]]);
    for (const actions of [
      ["iam:passrole", "apprunner:createservice"],
      ["iam:passrole", "autoscaling:createautoscalinggroup", "autoscaling:createlaunchconfiguration"],
      ["cloudformation:createchangeset", "cloudformation:executechangeset"],
    ])
      assert.deepEqual(path(allow(actions)), [[actions.join(" "), "yes"]]);
    assert.deepEqual(path(allow("iam:PassRole", "arn:aws:iam::1:role/app"), allow("ec2:RunInstances")), []);
    assert.deepEqual(path(allow("iam:PassRole"), allow("ec2:RunInstances", UNKNOWN)), [
      ["iam:passrole ec2:runinstances", "maybe"],
    ]);
    assert.equal(path(allow("*")).length, ESCALATION_PATHS.length);
  });

  it("are judged by tables that are fresh: regenerate or reread them when this fails", () => {
    const LONGEST_DAYS = 550;
    for (const { asOf } of [catalogueOrigin, escalationOrigin]) {
      const days = (Date.now() - Date.parse(asOf)) / 86_400_000;
      assert.ok(days >= -1 && days < LONGEST_DAYS, `as of ${asOf}`);
    }
  });

  const unscoped = (statement: unknown, ...names: readonly string[]): Truth =>
    some(document(statement), (each) => givesUnscoped(each, new Set(names)));

  it("to one of some actions: by name, by a pattern, by a pattern of the service or by leaving out others", () => {
    const names = ["s3:getobject", "s3:listbucket", "sqs:sendmessage"];
    assert.equal(unscoped(allow(["ec2:*", "s3:Get*"]), ...names), "yes");
    assert.equal(unscoped(allow(["ec2:*", "s3:Get*"], "arn:aws:s3:::*"), ...names), "yes");
    assert.equal(unscoped(allow("s*:GetObject"), ...names), "yes");
    assert.equal(unscoped(allow("ec2:*"), ...names), "no");
    const allBut = (...NotAction: readonly string[]) => ({ Effect: "Allow", NotAction, Resource: "*" });
    assert.equal(unscoped(allBut("s3:GetObject"), ...names), "yes");
    assert.equal(unscoped(allBut("ec2:*", "s3:*", "sqs:*"), ...names), "no");
  });

  it("to a whole service by each of its actions, not by those that end alike", () => {
    const whole = (Action: unknown): Truth => some(document(allow(Action)), givesWholeService);
    assert.deepEqual([whole("s3:*"), whole("*"), whole("s3:*Object")], ["yes", "yes", "no"]);
  });

  it("know what actions do, and which of them cannot be limited to resources", () => {
    assert.ok(actionsOf("read").has("s3:getobject"));
    assert.ok(actionsOf("write").has("sqs:sendmessage"));
    assert.ok(actionsOf("permissions").has("iam:putrolepolicy"));
    const all = actionsOf("read", "write", "permissions");
    for (const unscoped of ["ecr:getauthorizationtoken", "ec2:describeinstances", "cloudwatch:putmetricdata"])
      assert.ok(!all.has(unscoped), unscoped);
  });
});

describe("who is an administrator", () => {
  const isAdmin = (statement: object): Truth => {
    const [first] = document(statement);
    assert.ok(first);
    return isAdministrator(first);
  };

  it("is not who may do all but some of IAM, and not who may do what ends in a letter", () => {
    const but = (NotAction: unknown) => ({ Effect: "Allow", NotAction, Resource: "*" });
    assert.equal(isAdmin(but("s3:*")), "yes");
    assert.equal(isAdmin(but("iam:PassRole")), "no");
    assert.equal(isAdmin(allow("*e")), "no");
  });
});

describe("what documents together let do", () => {
  it("is taken back by a refusal for every resource of the service", () => {
    const refusal = { Effect: "Deny", Action: "iam:PassRole", Resource: "arn:aws:iam::*:role/*" };
    assert.equal(canDo(document(allow("iam:PassRole"), refusal), "iam:passrole"), "no");
    const elsewhere = { ...refusal, Resource: "arn:aws:s3:::*" };
    assert.equal(canDo(document(allow("iam:PassRole"), elsewhere), "iam:passrole"), "yes");
  });
});
