import { aws, type Program, ref } from "./fixtures";

/** A profile and a role that policies are added to, by the name of `role`. */
export const PROFILE: Program = {
  role: aws("iam/role:Role", { assumeRolePolicy: "{}" }),
  profile: aws("iam/instanceProfile:InstanceProfile", { role: ref("role") }),
};

/** A policy of AWS or of the stack that is attached to the role. */
export function attached(policyArn: unknown): Program {
  return {
    attachment: aws("iam/rolePolicyAttachment:RolePolicyAttachment", { role: ref("role"), policyArn }),
  };
}

/** A policy that stands in the role. */
export function inline(policy: unknown): Program {
  return { policy: aws("iam/rolePolicy:RolePolicy", { role: ref("role"), policy }) };
}

/** A document that allows an action on a resource. */
export function allows(action: string | readonly string[], resource = "*"): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: action, Resource: resource }],
  });
}
