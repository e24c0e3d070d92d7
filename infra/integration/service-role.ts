import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { servicePrincipal } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { serviceTrust } from "../core/service-trust";

/** Arguments of {@link ServiceRole}. */
export interface ServiceRoleArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** AWS service that acts in the role, such as `states`. */
  readonly service: string;
  /** The one thing for which it acts, by ARN: a state machine, a rule. */
  readonly actsFor: string;
  /** What it may do. */
  readonly statements: readonly PolicyStatement<pulumi.Input<string>>[];
  /** Tags of what it belongs to. */
  readonly tags: Readonly<Record<string, string>>;
}

/** A role in which an AWS service acts for one thing of ours, and for nobody else's. */
export class ServiceRole extends pulumi.ComponentResource {
  /** ARN of the role. */
  public readonly arn: pulumi.Output<string>;
  /** Its rights; what acts in the role depends on them. */
  public readonly rights: pulumi.Resource;

  public constructor(name: string, args: ServiceRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:ServiceRole", name, {}, opts);
    const { scope, service, actsFor, tags } = args;
    const roleName = physicalName("iam-role", scope, name);

    const role = new aws.iam.Role(
      name,
      {
        name: roleName,
        assumeRolePolicy: policyDocument(
          serviceTrust("ServiceActsForOneThing", servicePrincipal(service, scope.region), scope.accountId, {
            ArnEquals: actsFor,
          }),
        ),
        tags: { ...tags, Name: roleName },
      },
      { parent: this },
    );
    this.rights = new aws.iam.RolePolicy(
      name,
      { name: "rights", role: role.name, policy: policyDocument(args.statements) },
      { parent: this },
    );
    this.arn = role.arn;
    this.registerOutputs({ arn: this.arn });
  }
}
