import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const role = (props: object) => aws("iam/role:Role", { ...props });
const managed = role({ managedPolicyArns: ["arn:aws:iam::1:policy/p"] });
const inline = role({ inlinePolicies: [{ name: "p", policy: "{}" }] });
const attachment = aws("iam/rolePolicyAttachment:RolePolicyAttachment", {
  role: ref("role"),
  policyArn: UNKNOWN,
});
const policy = aws("iam/rolePolicy:RolePolicy", { role: ref("role"), policy: UNKNOWN });

fixtures("iam-role-policies-one-way", {
  pass: {
    "a role that names its policies": { role: managed },
    "attachments beside inline policies": { role: inline, attachment },
    "policies of their own beside managed ones": { role: managed, policy },
    "an attachment to another role": {
      role: managed,
      attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", { role: "other" }),
    },
  },
  fail: {
    "managed policies and an attachment": { role: managed, attachment },
    "a claim to have none, and an attachment": { role: role({ managedPolicyArns: [] }), attachment },
    "inline policies and one of its own": { role: inline, policy },
    "inline policies and a list of names": {
      role: inline,
      names: aws("iam/rolePoliciesExclusive:RolePoliciesExclusive", {
        roleName: ref("role"),
        policyNames: [],
      }),
    },
    "managed policies and a list of attachments": {
      role: managed,
      list: aws("iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", {
        roleName: ref("role"),
      }),
    },
  },
  unknown: {
    "an attachment to a role that cannot be told": {
      role: managed,
      attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", { role: UNKNOWN }),
    },
  },
  unset: { "a role that claims nothing": ["notApplicable", { role: role({}), attachment, policy }] },
  alias: { none: "one token" },
  notApplicable: {
    "a role with an empty list of inline policies": { role: role({ inlinePolicies: [] }), policy },
  },
});
