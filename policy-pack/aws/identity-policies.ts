import type { View } from "../reading/view";
import { tokens } from "./tokens";

/** Roles, which can carry policies inline and name the managed ones that are attached. */
export const ROLES = tokens("iam/role:Role");

/** Managed policies that a program writes itself. */
export const MANAGED_POLICIES = tokens("iam/policy:Policy");

/** Policies that belong to one role. */
export const ROLE_POLICIES = tokens("iam/rolePolicy:RolePolicy");

/** Policies that belong to one user or group. */
export const USER_POLICIES = tokens("iam/userPolicy:UserPolicy");
const GROUP_POLICIES = tokens("iam/groupPolicy:GroupPolicy");
const PERMISSION_SETS = tokens("ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy");

/** Policies that belong to one identity each. */
export const INLINE_POLICIES = [...ROLE_POLICIES, ...USER_POLICIES, ...GROUP_POLICIES];

/** Everything that carries a policy document of an identity. */
export const IDENTITY_POLICIES = [...MANAGED_POLICIES, ...INLINE_POLICIES, ...PERMISSION_SETS, ...ROLES];

/** The inline policies of a role. */
export function inlinePoliciesOf(role: View): readonly View[] {
  const policies = role.at("inlinePolicies");
  if (policies.isUnknown) return [policies];
  return policies.items().map((policy) => policy.at("policy"));
}

/** The policy documents in one of `IDENTITY_POLICIES`. */
export function identityDocuments(type: string, props: View): readonly View[] {
  if (ROLES.includes(type)) return inlinePoliciesOf(props).filter(({ isAbsent }) => !isAbsent);
  return [props.at(PERMISSION_SETS.includes(type) ? "inlinePolicy" : "policy")];
}
