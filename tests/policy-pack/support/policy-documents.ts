import { aws, type Fixtures, type Program, UNKNOWN } from "./fixtures";

/** A statement that allows something. */
export function allow(Action: unknown, Resource: unknown = "*", Condition?: object): object {
  return { Effect: "Allow", Action, Resource, ...(Condition && { Condition }) };
}

/** A policy document as text. */
export function document(...Statement: readonly unknown[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

/** A managed policy of some statements. */
export function managed(...statements: readonly unknown[]): Program {
  return { policy: aws("iam/policy:Policy", { policy: document(...statements) }) };
}

/** A role with a trust policy. */
export function trusted(assumeRolePolicy: unknown, props: object = {}): Program {
  const policy = assumeRolePolicy === undefined ? {} : { assumeRolePolicy };
  return { role: aws("iam/role:Role", { ...policy, ...props }) };
}

/** A trust policy's statement. */
export function trust(Principal: unknown, Condition?: object): object {
  return { Effect: "Allow", Action: "sts:AssumeRole", Principal, ...(Condition && { Condition }) };
}

/** The fixtures that all controls of identities' documents share, made from a statement that the control refuses. */
export function identityFixtures(
  refused: object,
): Pick<Fixtures, "unknown" | "unset" | "alias" | "notApplicable"> {
  const policy = document(refused);
  const half = { ...refused, Action: UNKNOWN };
  return {
    unknown: {
      "a document that is computed": { policy: aws("iam/policy:Policy", { policy: UNKNOWN }) },
      "a document that is no JSON": { policy: aws("iam/policy:Policy", { policy: "{" }) },
      "a statement whose actions are computed": {
        policy: aws("iam/policy:Policy", { policy: { Statement: [half] } }),
      },
    },
    unset: {
      "a role without policies": [
        "notApplicable",
        { role: aws("iam/role:Role", { assumeRolePolicy: "{}" }) },
      ],
    },
    alias: {
      "the same in a role": { role: aws("iam/role:Role", { inlinePolicies: [{ name: "p", policy }] }) },
      "the same as a role's policy": { policy: aws("iam/rolePolicy:RolePolicy", { role: "r", policy }) },
      "the same as a user's policy": { policy: aws("iam/userPolicy:UserPolicy", { user: "u", policy }) },
      "the same as a group's policy": { policy: aws("iam/groupPolicy:GroupPolicy", { group: "g", policy }) },
      "the same in a permission set": {
        set: aws("ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", { inlinePolicy: policy }),
      },
    },
    notApplicable: { "a role with an empty list": { role: aws("iam/role:Role", { inlinePolicies: [] }) } },
  };
}

/** The fixtures that all controls of attached policies share, made from the ARN that the control refuses. */
export function attachmentFixtures(arn: string): Pick<Fixtures, "fail" | "unknown" | "unset" | "alias"> {
  return {
    fail: {
      "a role that gets it": {
        attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", { role: "r", policyArn: arn }),
      },
      "the same in another partition": {
        attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", {
          policyArn: arn.replace("arn:aws:", "arn:aws-us-gov:"),
        }),
      },
    },
    unknown: {
      "an attachment of what cannot be told": {
        attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", { role: "r", policyArn: UNKNOWN }),
      },
    },
    unset: { "a role without attachments": ["notApplicable", { role: aws("iam/role:Role") }] },
    alias: {
      "a user that gets it": {
        attachment: aws("iam/userPolicyAttachment:UserPolicyAttachment", { policyArn: arn }),
      },
      "a group that gets it": {
        attachment: aws("iam/groupPolicyAttachment:GroupPolicyAttachment", { policyArn: arn }),
      },
      "many that get it": {
        attachment: aws("iam/policyAttachment:PolicyAttachment", { policyArn: arn, roles: ["r"] }),
      },
      "a role that names it": {
        role: aws("iam/role:Role", { managedPolicyArns: ["arn:aws:iam::1:policy/p", arn] }),
      },
      "a role that has it and no others": {
        attachments: aws("iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", {
          policyArns: [arn],
        }),
      },
      "a permission set that gets it": {
        attachment: aws("ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", {
          managedPolicyArn: arn,
        }),
      },
    },
  };
}
