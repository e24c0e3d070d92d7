import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { policyDocument } from "../core/policy-document";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";
import { hostPolicyArn, hostRights, hostRoleName, hostRolePath, hostTrust } from "./systems-policies";

/** What {@link HostManagement} is made of. */
export interface HostManagementArgs {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** Regions in which instances are managed. */
  readonly regions: readonly Region[];
}

/** The role by which an instance is managed that has none of its own: nothing that runs is out of sight. */
export class HostManagement extends pulumi.ComponentResource {
  /** The role. */
  public readonly role: aws.iam.Role;

  public constructor(name: string, args: HostManagementArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:systems:HostManagement", name, {}, opts);
    const { scope, regions } = args;
    this.role = new aws.iam.Role(
      name,
      {
        name: hostRoleName,
        path: hostRolePath,
        description: "Lets Systems Manager manage instances that have no role of their own",
        assumeRolePolicy: policyDocument(hostTrust(scope)),
        tags: { Name: hostRoleName },
      },
      { parent: this },
    );
    new aws.iam.RolePolicyAttachment(
      name,
      { role: this.role.name, policyArn: hostPolicyArn(scope) },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      name,
      { role: this.role.name, policy: policyDocument(hostRights(scope, regions)) },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
