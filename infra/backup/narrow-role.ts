import * as pulumi from "@pulumi/pulumi";

import { servicePrincipal } from "../core/arn";
import { physicalName } from "../core/names";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { serviceRole } from "../core/service-role";
import { serviceTrust } from "../core/service-trust";

/** Arguments of {@link NarrowRole}. */
export interface NarrowRoleArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Service that acts in the role. */
  readonly service: string;
  /** The one thing for which it acts, by ARN. */
  readonly actsFor: string;
  /** What it may do. */
  readonly statements: readonly PolicyStatement<pulumi.Input<string>>[];
}

/** A role in which an AWS service acts for one thing of ours, with rights of our own writing. */
export class NarrowRole extends pulumi.ComponentResource {
  /** ARN of the role, once it has its rights. */
  public readonly arn: pulumi.Output<string>;

  public constructor(name: string, args: NarrowRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:NarrowRole", name, {}, opts);
    const { scope, service, actsFor, statements } = args;
    this.arn = serviceRole(
      name,
      {
        roleName: physicalName("iam-role", scope, `${name}-${scope.region}`),
        trust: serviceTrust(
          "ServiceActsForOneThing",
          servicePrincipal(service, scope.region),
          scope.accountId,
          { ArnEquals: actsFor },
        ),
        rights: statements,
        rightsName: "rights",
      },
      this,
    );
    this.registerOutputs({ arn: this.arn });
  }
}
