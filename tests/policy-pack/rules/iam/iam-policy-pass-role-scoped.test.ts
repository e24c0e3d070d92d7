import { fixtures, judge } from "../../support/fixtures";
import { allow, identityFixtures, managed } from "../../support/policy-documents";
import * as assert from "node:assert/strict";

const toTasks = { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } };
const named = managed(allow("iam:PassRole", "arn:aws:iam::1:role/task"));

fixtures("iam-policy-pass-role-scoped", {
  pass: {
    "one role": named,
    "roles of a name": managed(allow("iam:PassRole", "arn:aws:iam::1:role/task-*", toTasks)),
    "tagged roles": managed(allow("iam:PassRole", "*", { StringEquals: { "aws:ResourceTag/app": "a" } })),
    "reading all of IAM": managed(allow(["iam:Get*"])),
  },
  fail: {
    "every role": managed(allow("iam:PassRole")),
    "every role of an account": managed(allow("iam:Pass*", "arn:aws:iam::1:role/*")),
    "every role to one service": managed(allow("iam:PassRole", "*", toTasks)),
    "all of IAM": managed(allow("iam:*")),
  },
  ...identityFixtures(allow("iam:PassRole")),
});

describe("iam-policy-pass-role-scoped, with requireService", () => {
  const settings = { properties: { requireService: true } };

  it("asks for the service where the roles are named", async () => {
    assert.equal((await judge("iam-policy-pass-role-scoped", named, settings)).verdict, "fail");
    const both = managed(allow("iam:PassRole", "arn:aws:iam::1:role/task", toTasks));
    assert.equal((await judge("iam-policy-pass-role-scoped", both, settings)).verdict, "pass");
  });
});
