import { ROLE_POLICIES, ROLES } from "../../aws/identity-policies";
import { ROLE_ATTACHMENTS } from "../../aws/policy-attachments";
import { tokens } from "../../aws/tokens";
import type { View } from "../../reading/view";
import { defineControl, type Located, located } from "../../registry/control";
import type { StackIndex, StackResource } from "../../stack/stack-index";
import { fail, notApplicable, type Outcome, undetermined } from "../../verdict/outcome";
import { key, text } from "../../verdict/text";

/** Properties by which a role claims all its policies, and the resources that bring others beside them. */
const CLAIMS = [
  {
    property: "managedPolicyArns",
    beside: [
      ["role", ROLE_ATTACHMENTS],
      ["roleName", tokens("iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive")],
    ],
  },
  {
    property: "inlinePolicies",
    beside: [
      ["role", ROLE_POLICIES],
      ["roleName", tokens("iam/rolePoliciesExclusive:RolePoliciesExclusive")],
    ],
  },
] as const;

/** An empty list of ARNs takes all attachments away; an empty list of inline policies means that none are managed. */
function isClaimed(place: View, { property }: (typeof CLAIMS)[number]): boolean {
  return property === "inlinePolicies" ? !place.isEmpty : !place.isAbsent;
}

function judgeClaim(
  stack: StackIndex,
  role: StackResource,
  claim: (typeof CLAIMS)[number],
): readonly Outcome[] {
  const place = role.props.at(claim.property);
  if (!isClaimed(place, claim)) return [];
  const others = claim.beside.flatMap(([link, types]) => stack.referrers(role, link, types));
  if (others.length > 0) {
    const message = text`${key(claim.property)} takes away what other resources of the stack give; required: one way of the two.`;
    return [fail(place, message, claim.property)];
  }
  const open = claim.beside.flatMap(([link, types]) => stack.openReferrer(role, link, types) ?? [])[0];
  return open ? [undetermined(place, open.urn)] : [];
}

function judge(stack: StackIndex, role: StackResource): readonly Located[] {
  const isClaiming = CLAIMS.some((claim) => isClaimed(role.props.at(claim.property), claim));
  if (!isClaiming) return [located(role, notApplicable("The role claims no policies for itself"))];
  const found = CLAIMS.flatMap((claim) => judgeClaim(stack, role, claim));
  return (found.length > 0 ? found : [{ verdict: "pass" } as const]).map((outcome) => located(role, outcome));
}

export const control = defineControl({
  id: "IAM-31",
  name: "iam-role-policies-one-way",
  title: "The policies of a role are managed in one way",
  why: "A role that claims all its policies removes those that other resources attach, and they add them again, at every deployment.",
  fix: "Use either managedPolicyArns and inlinePolicies of the role, or resources of their own.",
  severity: "medium",
  enforcement: "advisory",
  types: ROLES,
  stack: (stack) => stack.ofTypes(ROLES).flatMap((role) => judge(stack, role)),
  references: {
    nist80053: ["CM-2", "CM-3"],
    wellArchitected: ["SEC01-BP06"],
    pulumi: ["AG:iam-role-no-policy-management-conflicts"],
  },
});
