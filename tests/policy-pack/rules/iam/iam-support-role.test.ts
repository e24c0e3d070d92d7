import { aws, fixtures } from "../../support/fixtures";

const support = "arn:aws:iam::aws:policy/AWSSupportAccess";

fixtures("iam-support-role", {
  pass: {
    "an attachment": {
      attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: support }),
    },
    "a role that names it": { role: aws("iam/role:Role", { managedPolicyArns: [support] }) },
  },
  fail: { "a stack that owns it and has none": {} },
  unknown: { none: "it is there or it is not" },
  unset: { "a role without policies": ["fail", { role: aws("iam/role:Role") }] },
  alias: {
    "an attachment of another policy to a group": {
      attachment: aws("iam/groupPolicyAttachment:GroupPolicyAttachment", {
        policyArn: "arn:aws:iam::111122223333:policy/AWSSupportAccess",
      }),
    },
  },
  settings: { properties: { owned: true } },
});
