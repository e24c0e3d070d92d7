import * as assert from "node:assert/strict";

import { aws, fixtures, judge, ref, UNKNOWN } from "../../support/fixtures";
import { allow, document, identityFixtures, managed } from "../../support/policy-documents";

const role = aws("iam/role:Role", { assumeRolePolicy: document() });
const passing = document(allow("iam:PassRole"));
const running = document(allow("ec2:RunInstances"));
const halves = {
  role,
  passing: aws("iam/policy:Policy", { policy: passing }),
  attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", {
    role: ref("role"),
    policyArn: ref("passing"),
  }),
};

fixtures("iam-policy-no-escalation", {
  pass: {
    "one narrow document of a role with two": {
      ...halves,
      reading: aws("iam/rolePolicy:RolePolicy", {
        role: ref("role"),
        policy: document(allow("s3:GetObject", "arn:aws:s3:::b/*")),
      }),
    },
    "a policy that changes one role": managed(allow("iam:PutRolePolicy", "arn:aws:iam::1:role/app")),
    "half of a path": managed(allow("iam:PassRole")),
    "a path that a denial closes": managed(allow("iam:*"), { ...allow(["iam:*", "sts:*"]), Effect: "Deny" }),
    "a boundary that is required": managed(allow("iam:PutRolePolicy"), {
      ...allow("iam:*", "*", { StringNotEquals: { "iam:PermissionsBoundary": "arn:aws:iam::1:policy/b" } }),
      Effect: "Deny",
    }),
    "halves of a path in two roles": {
      ...halves,
      other: role,
      running: aws("iam/rolePolicy:RolePolicy", { role: ref("other"), policy: running }),
    },
  },
  fail: {
    "one action": managed(allow("iam:CreatePolicyVersion")),
    "two actions of one document": managed(allow("iam:PassRole"), allow("lambda:*")),
    "two documents of one role": {
      ...halves,
      running: aws("iam/rolePolicy:RolePolicy", { role: ref("role"), policy: running }),
    },
    "inline and attached": {
      ...halves,
      role: { ...role, props: { inlinePolicies: [{ name: "p", policy: running }] } },
    },
    "named by the role": {
      passing: halves.passing,
      role: {
        ...role,
        props: { managedPolicyArns: [ref("passing")], inlinePolicies: [{ name: "p", policy: running }] },
      },
    },
  },
  ...identityFixtures(allow("iam:CreatePolicyVersion")),
});

describe("iam-policy-no-escalation", () => {
  it("names the path, and tells a role only of what no document opens alone", async () => {
    const program = {
      ...halves,
      running: aws("iam/rolePolicy:RolePolicy", {
        role: ref("role"),
        policy: document(allow("iam:PutRolePolicy")),
      }),
    };
    const { lines } = await judge("iam-policy-no-escalation", program);
    const failed = lines.filter(({ verdict }) => verdict === "fail");
    assert.deepEqual(
      failed.map(({ finding, urn }) => [finding, urn.split("::").at(-1)]),
      [["iam:putrolepolicy", "running"]],
    );
  });
});

describe("iam-policy-no-escalation, of a policy that opens many paths", () => {
  it("tells the first five", async () => {
    const { lines } = await judge("iam-policy-no-escalation", managed(allow("iam:*")));
    assert.equal(lines.filter(({ verdict }) => verdict === "fail").length, 5);
  });
});

describe("iam-policy-no-escalation, of one path that may be open", () => {
  it("waits for what is computed", async () => {
    const policy = { Statement: [allow("iam:PassRole"), allow("ec2:RunInstances", UNKNOWN)] };
    const { verdict } = await judge("iam-policy-no-escalation", {
      policy: aws("iam/policy:Policy", { policy }),
    });
    assert.equal(verdict, "undetermined");
  });
});
