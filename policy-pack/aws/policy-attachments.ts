import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { MANAGED_POLICIES, ROLES } from "./identity-policies";
import { tokens } from "./tokens";

/** Attachments of one policy to one role. */
export const ROLE_ATTACHMENTS = tokens("iam/rolePolicyAttachment:RolePolicyAttachment");

/** Attachments of one policy to one user. */
export const USER_ATTACHMENTS = tokens("iam/userPolicyAttachment:UserPolicyAttachment");

/** Attachments of one policy to many roles, users and groups. */
export const SHARED_ATTACHMENTS = tokens("iam/policyAttachment:PolicyAttachment");

/** The property that names a policy, or a list of them, by type. */
const PROPERTIES = new Map(
  (
    [
      ["policyArn", [...ROLE_ATTACHMENTS, ...USER_ATTACHMENTS, ...SHARED_ATTACHMENTS]],
      ["policyArn", tokens("iam/groupPolicyAttachment:GroupPolicyAttachment")],
      ["policyArns", tokens("iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive")],
      ["policyArns", tokens("iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive")],
      ["policyArns", tokens("iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive")],
      ["managedPolicyArn", tokens("ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment")],
      ["managedPolicyArns", ROLES],
    ] as const
  ).flatMap(([property, types]) => types.map((type) => [type, property] as const)),
);

/** Everything that attaches managed policies to identities. */
export const ATTACHING = [...PROPERTIES.keys()];

/** A managed policy that something attaches. */
export interface Attached {
  readonly place: View;
  /** Path and name of a policy that AWS keeps, such as `service-role/AWSLambdaRole`; nothing for the program's own. */
  readonly awsManaged: string | undefined;
  /** It cannot be told which policy it is. */
  readonly isOpen: boolean;
}

/** The managed policies that a resource attaches. */
export function attachedPolicies(stack: StackIndex, resource: StackResource): readonly Attached[] {
  const property = PROPERTIES.get(resource.type) ?? "";
  const place = resource.props.at(property);
  if (place.isAbsent) return [];
  const isOwn = stack.targets(resource, property, MANAGED_POLICIES).found.length > 0;
  return (place.isList ? place.items() : [place]).map((each) => {
    const arn = known(each.string());
    const awsManaged = /^arn:[^:]*:iam::aws:policy\/(.+)$/.exec(arn ?? "")?.[1];
    return { place: each, awsManaged, isOpen: arn === undefined && !isOwn };
  });
}

/** The name of a policy that AWS keeps, without its path. */
export function policyName(path: string): string {
  return path.split("/").at(-1) ?? path;
}
