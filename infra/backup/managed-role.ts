import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { servicePrincipal } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { serviceTrust } from "../core/service-trust";

/** Arguments of {@link ManagedRole}. */
export interface ManagedRoleArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Service that acts in the role, as its principal names it. */
  readonly service: string;
  /** What AWS says that the service needs: names of AWS's own policies, paths included. */
  readonly policies: readonly string[];
}

/**
 * A role in which AWS Backup, or what it calls, acts for this account alone. Its rights are AWS's own policies: AWS adds to them
 * with every store that can be backed up, and a list of ours that lacks an action shows on the day of the restore.
 */
export class ManagedRole extends pulumi.ComponentResource {
  /** ARN of the role, once it has its rights. */
  public readonly arn: pulumi.Output<string>;

  public constructor(name: string, args: ManagedRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:ManagedRole", name, {}, opts);
    const { scope, service, policies } = args;
    const roleName = physicalName("iam-role", scope, `${name}-${scope.region}`);
    const role = new aws.iam.Role(
      name,
      {
        name: roleName,
        assumeRolePolicy: policyDocument(
          serviceTrust("ActsForThisAccount", servicePrincipal(service, scope.region), scope.accountId),
        ),
        tags: { Name: roleName },
      },
      { parent: this },
    );
    const attached = policies.map(
      (policy) =>
        new aws.iam.RolePolicyAttachment(
          `${name}-${policy.replace(/^.*\//, "")}`,
          { role: role.name, policyArn: `arn:${partitionOf(scope.region)}:iam::aws:policy/${policy}` },
          { parent: this },
        ).id,
    );

    // Whoever acts in the role waits until it has its rights.
    this.arn = pulumi.all([role.arn, pulumi.all(attached)]).apply(([arn]) => arn);
    this.registerOutputs({ arn: this.arn });
  }
}

/**
 * AWS's policies for making backups, for restores, and for searching them.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html, as of 2026-11
 */
export const managedPolicies = {
  backup: [
    "service-role/AWSBackupServiceRolePolicyForBackup",
    "AWSBackupServiceRolePolicyForS3Backup",
    "AWSBackupServiceRolePolicyForScans",
  ],
  restore: ["service-role/AWSBackupServiceRolePolicyForRestores", "AWSBackupServiceRolePolicyForS3Restore"],
  scan: ["AWSBackupGuardDutyRolePolicyForScans"],
} as const;
