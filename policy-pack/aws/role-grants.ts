import { known, type View } from "../reading/view";
import type { StackIndex, StackResource, Targets } from "../stack/stack-index";
import { isWildcard, statementsOf } from "./policy-document";
import { tokens } from "./tokens";

const ROLES = tokens("iam/role:Role");
const PROFILES = tokens("iam/instanceProfile:InstanceProfile");
const POLICIES = tokens("iam/policy:Policy");
const ROLE_POLICIES = tokens("iam/rolePolicy:RolePolicy");
const ATTACHMENTS = tokens("iam/rolePolicyAttachment:RolePolicyAttachment");
const SHARED_ATTACHMENTS = tokens("iam/policyAttachment:PolicyAttachment");

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
    ...stack.referrers(role, "role", ATTACHMENTS),
    ...stack.referrers(role, "roles", SHARED_ATTACHMENTS),
  ];
  const attached = attachments.map((attachment) => ({
    arn: attachment.props.at("policyArn"),
    policies: stack.targets(attachment, "policyArn", POLICIES).found,
  }));
  const managed = role.props.at("managedPolicyArns");
  const inline = role.props.at("inlinePolicies");
  return {
    arns: [
      ...(managed.isUnknown ? [managed] : managed.items()),
      ...attached.flatMap(({ arn, policies }) => (policies.length > 0 ? [] : [arn])),
    ],
    documents: [
      ...(inline.isUnknown ? [inline] : inline.items().map((policy) => policy.at("policy"))),
      ...stack.referrers(role, "role", ROLE_POLICIES).map(({ props }) => props.at("policy")),
      ...attached.flatMap(({ policies }) => policies.map(({ props }) => props.at("policy"))),
    ],
  };
}

/**
 * Whether a role is granted something; undefined where a policy that may grant it is not known.
 *
 * @param managedPolicies - Names of policies of AWS that grant it.
 * @param isGrant - Whether an action, in lower case, grants it; on every resource or on named ones.
 */
export function isGranted(
  { arns, documents }: Grants,
  managedPolicies: readonly string[],
  isGrant: (action: string, onEverything: boolean) => boolean,
): boolean | undefined {
  const names = arns.map((arn) => known(arn.string())?.split("/").at(-1));
  if (names.some((name) => name !== undefined && managedPolicies.includes(name))) return true;
  const statements = documents.flatMap(statementsOf).filter(({ allows }) => allows);
  const grants = statements.some(({ place, resources }) => {
    const stated = place.at("Action");
    const actions = stated.items().length > 0 ? stated.items() : [stated];
    return actions.some((action) =>
      isGrant((known(action.string()) ?? "").toLowerCase(), resources.some(isWildcard)),
    );
  });
  if (grants) return true;
  const isVague = names.includes(undefined) || documents.some((each) => each.document().firstUnknown());
  return isVague ? undefined : false;
}
