import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

fixtures("iam-no-inline-policies", {
  pass: {
    "a role with an empty list": { role: aws("iam/role:Role", { inlinePolicies: [] }) },
  },
  fail: { "a role's policy": { policy: aws("iam/rolePolicy:RolePolicy", { policy: UNKNOWN }) } },
  unknown: {
    "a role whose policies are computed": { role: aws("iam/role:Role", { inlinePolicies: UNKNOWN }) },
  },
  unset: { "a role without": ["pass", { role: aws("iam/role:Role") }] },
  alias: {
    "a role with a policy": { role: aws("iam/role:Role", { inlinePolicies: [{ policy: UNKNOWN }] }) },
    "a user's policy": { policy: aws("iam/userPolicy:UserPolicy") },
    "a group's policy": { policy: aws("iam/groupPolicy:GroupPolicy") },
  },
  otherTypes: { "a managed policy": { policy: aws("iam/policy:Policy") } },
});
