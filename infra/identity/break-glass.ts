import * as pulumi from "@pulumi/pulumi";

import type { IdentityArgs } from "./identity-args";
import { accountRole, accountRoleArn, peopleTrust } from "./role";

const word = "break-glass";

/** A role for emergencies: may do anything, for an hour, with a second factor, and never unnoticed. */
export class BreakGlass extends pulumi.ComponentResource {
  /** Its ARN, known before it exists. */
  public readonly roleArn: string;

  public constructor(
    name: string,
    { scope, breakGlass }: IdentityArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:identity:BreakGlass", name, {}, opts);
    accountRole(
      name,
      {
        scope,
        word,
        description: "For emergencies, when no other way is left; every use is told to everybody",
        trust: peopleTrust("WhoMayBreakTheGlass", breakGlass),
        sessionHours: 1,
        managedPolicies: ["AdministratorAccess"],
        rights: [],
      },
      this,
    );
    this.roleArn = accountRoleArn(scope, word);
    this.registerOutputs({ roleArn: this.roleArn });
  }
}
