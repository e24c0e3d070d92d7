import { known, type View } from "../reading/view";
import { givesOnEvery, isAdministrator } from "../policy-documents/rights";
import { type Statement, statementsOf } from "../policy-documents/statement";
import { or, some, truth, type Truth } from "../reading/truth";
import type { StackIndex, StackResource, Targets } from "../stack/stack-index";
import { inlinePoliciesOf, MANAGED_POLICIES, ROLE_POLICIES, ROLES } from "./identity-policies";
import { policyName, ROLE_ATTACHMENTS, SHARED_ATTACHMENTS } from "./policy-attachments";
import { tokens } from "./tokens";

const PROFILES = tokens("iam/instanceProfile:InstanceProfile");

/** The role behind the instance profile of an instance. */
export function roleOf(stack: StackIndex, instance: StackResource): Targets {
  const profiles = stack.targets(instance, "iamInstanceProfile", PROFILES);
  return {
    found: profiles.found.flatMap((profile) => stack.targets(profile, "role", ROLES).found),
    isOpen: profiles.isOpen,
  };
}

/** What a role is allowed: ARNs of policies that are not in the stack, and the documents of those that are. */
export interface Grants {
  readonly arns: readonly View[];
  readonly documents: readonly View[];
}

/** The policies of a role, written in it and attached to it. */
export function grantsOf(stack: StackIndex, role: StackResource): Grants {
  const attachments = [
    ...stack.referrers(role, "role", ROLE_ATTACHMENTS),
    ...stack.referrers(role, "roles", SHARED_ATTACHMENTS),
  ];
  const attached = attachments.map((attachment) => ({
    arn: attachment.props.at("policyArn"),
    policies: stack.targets(attachment, "policyArn", MANAGED_POLICIES).found,
  }));
  const managed = role.props.at("managedPolicyArns");
  const own = stack.targets(role, "managedPolicyArns", MANAGED_POLICIES).found;
  const policies = [
    ...own,
    ...attached.flatMap((each) => each.policies),
    ...stack.referrers(role, "role", ROLE_POLICIES),
  ];
  return {
    arns: [
      ...(managed.isUnknown && own.length === 0 ? [managed] : managed.items()),
      ...attached.filter((each) => each.policies.length === 0).map(({ arn }) => arn),
    ],
    documents: [
      ...inlinePoliciesOf(role.props).filter(({ isAbsent }) => !isAbsent),
      ...[...new Set(policies)].map(({ props }) => props.at("policy")),
    ],
  };
}

/**
 * Whether a role is granted something.
 *
 * @param managedPolicies - Names of policies of AWS that grant it.
 * @param grants - Whether an allowing statement grants it.
 */
export function isGranted(
  { arns, documents }: Grants,
  managedPolicies: readonly string[],
  grants: (statement: Statement) => Truth,
): Truth {
  const byName = some(arns, (arn) => {
    const name = known(arn.string());
    return name === undefined ? "maybe" : truth(managedPolicies.includes(policyName(name)));
  });
  return or(
    byName,
    some(documents, (document) => some(statementsOf(document), grants)),
  );
}

const POWERFUL_POLICIES = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"];

/** Whether a role has the account: as an administrator, or because it can make one. */
export function isPowerful(stack: StackIndex, role: StackResource): Truth {
  return isGranted(grantsOf(stack, role), POWERFUL_POLICIES, (statement) =>
    or(isAdministrator(statement), givesOnEvery(statement, "iam:*"), givesOnEvery(statement, "sts:*")),
  );
}
