import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountRootArn, arn } from "../core/arn";
import { policyDocument } from "../core/policy-document";
import { partitionOf } from "../core/region";
import { accessLevels, extraRights, managedPolicyArn, runbookPolicies } from "./access-levels";
import type { AccessLevel, IdentityArgs, People } from "./identity-args";
import { accountRole, peopleTrust } from "./role";

const levels = [
  "read-only",
  "operator",
  "developer",
  "administrator",
] as const satisfies readonly AccessLevel[];

type IdentityCenter = Extract<People, { kind: "identity-center" }>;

/** How people get in: permission sets of IAM Identity Center, or roles that ask for a second factor. */
export class PeopleAccess extends pulumi.ComponentResource {
  public constructor(name: string, args: IdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:identity:PeopleAccess", name, {}, opts);
    for (const level of levels) {
      if (args.people.kind === "roles") this.role(`${name}-${level}`, level, args);
      else this.permissionSet(`${name}-${level}`, level, args, args.people);
    }
    this.registerOutputs({});
  }

  private role(name: string, level: AccessLevel, args: IdentityArgs): void {
    const { scope } = args;
    const account = accountRootArn(partitionOf(scope.region), scope.accountId);
    const trust = peopleTrust("PeopleOfTheAccount", [account]);
    const rights = extraRights(level, scope);
    const role = accountRole(name, { ...accessLevels[level], scope, word: level, trust, rights }, this);
    for (const policy of runbookPolicies(level, args)) {
      const policyArn = arn({
        ...{ partition: partitionOf(scope.region), service: "iam", accountId: scope.accountId },
        resource: `policy/${policy}`,
      });
      new aws.iam.RolePolicyAttachment(`${name}-${policy}`, { role: role.name, policyArn }, { parent: this });
    }
  }

  private permissionSet(name: string, level: AccessLevel, args: IdentityArgs, center: IdentityCenter): void {
    const { scope } = args;
    const { instanceArn, region } = center;
    const { description, sessionHours, managedPolicies } = accessLevels[level];
    const set = new aws.ssoadmin.PermissionSet(
      name,
      {
        region,
        instanceArn,
        name: level,
        description,
        sessionDuration: `PT${sessionHours}H`,
        tags: { Name: level },
      },
      { parent: this },
    );
    const opts = { parent: this };
    const permissionSet = { region, instanceArn, permissionSetArn: set.arn };
    const attached = managedPolicies.map(
      (policy) =>
        new aws.ssoadmin.ManagedPolicyAttachment(
          `${name}-${policy.replace("job-function/", "")}`,
          { ...permissionSet, managedPolicyArn: managedPolicyArn(scope, policy) },
          opts,
        ),
    );
    const runs = runbookPolicies(level, args).map(
      (policy) =>
        new aws.ssoadmin.CustomerManagedPolicyAttachment(
          `${name}-${policy}`,
          { ...permissionSet, customerManagedPolicyReference: { name: policy } },
          opts,
        ),
    );
    const rights = extraRights(level, scope);
    if (rights.length > 0) {
      new aws.ssoadmin.PermissionSetInlinePolicy(
        name,
        { ...permissionSet, inlinePolicy: policyDocument(rights) },
        opts,
      );
    }
    for (const { groupId } of center.assignments.filter((assignment) => assignment.level === level)) {
      new aws.ssoadmin.AccountAssignment(
        `${name}-${groupId}`,
        {
          ...permissionSet,
          principalId: groupId,
          principalType: "GROUP",
          targetId: scope.accountId,
          targetType: "AWS_ACCOUNT",
        },
        // An assignment provisions the set as it is then; what is attached later would not reach the account.
        { ...opts, dependsOn: [...attached, ...runs] },
      );
    }
  }
}
