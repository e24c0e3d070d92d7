import { USER_POLICIES } from "../../aws/identity-policies";
import { SHARED_ATTACHMENTS, USER_ATTACHMENTS } from "../../aws/policy-attachments";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const REQUIRED = text`a policy is given to a user directly; required: by a group or a role.`;

export const control = defineControl({
  id: "IAM-19",
  name: "iam-user-no-direct-policies",
  title: "Users get their rights from groups, not from policies of their own",
  why: "Rights of single users are forgotten when the user changes work.",
  fix: "Attach the policy to a group, or better to a role that people take.",
  severity: "medium",
  enforcement: "advisory",
  types: [...USER_POLICIES, ...USER_ATTACHMENTS, ...SHARED_ATTACHMENTS],
  resource: ({ type, props }) => {
    if (!SHARED_ATTACHMENTS.includes(type)) return fail("user", REQUIRED);
    const users = props.at("users");
    if (users.isUnknown) return undetermined(users);
    return users.isEmpty ? pass : fail(users, REQUIRED);
  },
  references: {
    securityHub: ["IAM.2"],
    cis3: ["1.15"],
    nist80053: ["AC-2", "AC-3", "AC-6"],
    wellArchitected: ["SEC02-BP06", "SEC03-BP02"],
    checkov: ["CKV_AWS_40"],
    cdkNag: ["IAMUserNoPolicies"],
    awsConfig: ["iam-user-no-policies-check"],
    prowler: ["iam_policy_attached_only_to_group_or_roles"],
    trivy: ["AWS-0143"],
    pulumi: [
      "CP:iam-user-policy-attachment-only-attachment-through-groups",
      "CP:iam-policy-attachment-only-attachment-through-groups",
      "PB:iam-user-no-policies-check",
    ],
  },
});
