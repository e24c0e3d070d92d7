import { INLINE_POLICIES, ROLES } from "../../aws/identity-policies";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "IAM-18",
  name: "iam-no-inline-policies",
  title: "Policies are managed ones, not inline",
  why: "A policy inside an identity cannot be reused, listed or given a version.",
  fix: "Make an aws.iam.Policy of it, and attach that.",
  severity: "low",
  enforcement: "disabled",
  types: [...INLINE_POLICIES, ...ROLES],
  resource: ({ type, props }) => {
    if (!ROLES.includes(type)) return fail("", text`the policy is inline; required: a managed one.`);
    const policies = props.at("inlinePolicies");
    if (policies.isUnknown) return undetermined(policies);
    return policies.isEmpty
      ? pass
      : fail(policies, text`the role has policies inline; required: managed ones.`);
  },
  references: {
    nist80053: ["AC-2", "AC-3", "AC-6"],
    wellArchitected: ["SEC03-BP02"],
    cdkNag: ["IAMNoInlinePolicy"],
    awsConfig: ["iam-no-inline-policy-check"],
    pulumi: ["PB:iam-role-inline-policy-restriction", "PB:iam-role-policy-restriction"],
  },
});
