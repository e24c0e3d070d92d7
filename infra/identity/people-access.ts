import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountRootArn } from "../core/arn";
import { policyDocument } from "../core/policy-document";
import { partitionOf } from "../core/region";
import { accessLevels, extraRights, managedPolicyArn, runbookRuns } from "./access-levels";
import type { AccessLevel, IdentityArgs, People } from "./identity-args";
import { accountRole, peopleTrust } from "./role";
import { RunnerPolicy } from "./runner-policy";

const levels = [
  "read-only",
  "operator",
  "developer",
  "administrator",
] as const satisfies readonly AccessLevel[];

type IdentityCenter = Extract<People, { kind: "identity-center" }>;

/** How people get in: permission sets of IAM Identity Center, or roles that ask for a second factor. */
export class PeopleAccess extends pulumi.ComponentResource {
  /** Policies by which runbooks may be run, by name: several levels may share one. */
  private readonly policies = new Map<string, RunnerPolicy>();

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
    for (const { policyName, policyArn } of this.runs(level, args)) {
      const attached = { role: role.name, policyArn };
      new aws.iam.RolePolicyAttachment(`${name}-${policyName}`, attached, { parent: this });
    }
  }

  /** Policies by which a level may run what configuration says. */
  private runs(level: AccessLevel, args: IdentityArgs): readonly RunnerPolicy[] {
    return runbookRuns(level, args).map(({ scope, runner, policyName }) => {
      const made =
        this.policies.get(policyName) ??
        new RunnerPolicy(policyName, { scope, runner, runbooks: args.runbooks[runner] }, { parent: this });
      this.policies.set(policyName, made);
      return made;
    });
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
    const runs = this.runs(level, args).map(
      (policy) =>
        new aws.ssoadmin.CustomerManagedPolicyAttachment(
          `${name}-${policy.policyName}`,
          { ...permissionSet, customerManagedPolicyReference: { name: policy.policyName } },
          // A set names policies, and is refused by an account that has none of that name.
          { ...opts, dependsOn: policy },
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
