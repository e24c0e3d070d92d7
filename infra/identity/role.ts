import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { roleArn } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { managedPolicyArn } from "./access-levels";

/** What {@link accountRole} makes a role from. */
export interface AccountRole {
  /** Account and Region. */
  readonly scope: Scope;
  /** What people call it; its name in AWS follows. */
  readonly word: string;
  /** What it is for. */
  readonly description: string;
  /** Who may take it. */
  readonly trust: readonly PolicyStatement<pulumi.Input<string>>[];
  /** Hours that a session lasts at most. */
  readonly sessionHours: number;
  /** AWS's own policies, by path and name. */
  readonly managedPolicies: readonly string[];
  /** Rights beyond those. */
  readonly rights: readonly PolicyStatement[];
  /**
   * What has to be there before it.
   *
   * @default - nothing
   */
  readonly after?: pulumi.Resource;
  /**
   * ARN of what limits it.
   *
   * @default - nothing does
   */
  readonly boundaryArn?: pulumi.Input<string>;
}

/** Name of one of the account's roles. */
function roleName(scope: Scope, word: string): string {
  return physicalName("iam-role", scope, word);
}

/** ARN of one of the account's roles, known before it exists. */
export function accountRoleArn(scope: Scope, word: string): string {
  return roleArn(scope, roleName(scope, word));
}

/** A role with its policies. */
export function accountRole(name: string, spec: AccountRole, parent: pulumi.Resource): aws.iam.Role {
  const role = new aws.iam.Role(
    name,
    {
      name: roleName(spec.scope, spec.word),
      description: spec.description,
      assumeRolePolicy: policyDocument(spec.trust),
      maxSessionDuration: spec.sessionHours * 3600,
      ...(spec.boundaryArn === undefined ? {} : { permissionsBoundary: spec.boundaryArn }),
      tags: { Name: roleName(spec.scope, spec.word) },
    },
    { parent, ...(spec.after === undefined ? {} : { dependsOn: spec.after }) },
  );
  for (const policy of spec.managedPolicies) {
    new aws.iam.RolePolicyAttachment(
      `${name}-${policy.replace("job-function/", "")}`,
      { role: role.name, policyArn: managedPolicyArn(spec.scope, policy) },
      { parent },
    );
  }
  if (spec.rights.length > 0) {
    new aws.iam.RolePolicy(name, { role: role.name, policy: policyDocument(spec.rights) }, { parent });
  }
  return role;
}

/** Trust in the account's own people, if they have shown a second factor within the hour. */
export function peopleTrust(sid: string, principals: readonly string[]): readonly PolicyStatement[] {
  return [
    {
      sid,
      principals: { AWS: principals },
      actions: ["sts:AssumeRole"],
      conditions: {
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
      },
    },
  ];
}
