import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { onceThere } from "./once-there";
import { policyDocument } from "./policy-document";
import type { PolicyStatement } from "./policy-statement";

/** What a role is made of in which a service acts. */
export interface ServiceRoleArgs {
  /** Name of the role, as IAM knows it. */
  readonly roleName: string;
  /**
   * What it is for.
   *
   * @default - nothing is said
   */
  readonly description?: string;
  /** Who may take it. */
  readonly trust: readonly PolicyStatement[];
  /** What it may do. */
  readonly rights: readonly PolicyStatement<pulumi.Input<string>>[];
  /**
   * Name of the policy that holds the rights.
   *
   * @default - the provider makes one up
   */
  readonly rightsName?: string;
  /**
   * Tags beside its name.
   *
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A role with rights of its own, and nothing attached: both by the logical name given, as parts of a component.
 *
 * @returns its ARN, once it has its rights
 */
export function serviceRole(
  name: string,
  { roleName, description, trust, rights, rightsName, tags }: ServiceRoleArgs,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const role = new aws.iam.Role(
    name,
    {
      name: roleName,
      description,
      assumeRolePolicy: policyDocument(trust),
      tags: { Name: roleName, ...tags },
    },
    { parent },
  );
  const policy = new aws.iam.RolePolicy(
    name,
    { name: rightsName, role: role.name, policy: policyDocument(rights) },
    { parent },
  );
  return onceThere(role.arn, policy);
}
