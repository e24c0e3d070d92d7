import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { deployRoleWord } from "../core/account-roles";
import { adoption } from "../core/adoption";
import { arn } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { partitionOf } from "../core/region";
import { boundaryStatements, ciTrust, deployRights, stateRights } from "./deploy-policies";
import type { AccountDelivery, ContinuousIntegration, IdentityArgs } from "./identity-args";
import { accountRole } from "./role";

/** Arguments of {@link CiAccess}. */
export interface CiAccessArgs extends IdentityArgs {
  /** The CI system. */
  readonly ci: ContinuousIntegration;
}

/** What its roles have in common. */
interface Made {
  /** What its tokens are from. */
  readonly provider: aws.iam.OpenIdConnectProvider;
  /** What limits the roles. */
  readonly boundary: aws.iam.Policy;
}

/** How a CI system deploys and previews without any key: by tokens that say which repository, environment and branch runs. */
export class CiAccess extends pulumi.ComponentResource {
  /** ARN of the role that deploys each environment, and the account where it may, by environment. */
  public readonly deployRoleArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the role that only reads. */
  public readonly previewRoleArn: pulumi.Output<string>;

  public constructor(name: string, args: CiAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:identity:CiAccess", name, {}, opts);
    const made = { provider: this.provider(name, args), boundary: this.boundary(name, args) };
    const deployers = Object.keys(args.ci.deployers).map((environment) => {
      const role = this.deployer(`${name}-deploy-${environment}`, environment, args, made);
      return [environment, role.arn] as const;
    });

    const { account } = args.ci;
    const own = args.scope.environment;
    const ofAccount =
      account === undefined
        ? []
        : [[own, this.administrator(`${name}-deploy-${own}`, account, args, made).arn] as const];

    this.deployRoleArns = Object.fromEntries([...deployers, ...ofAccount]);
    this.previewRoleArn = this.previewer(`${name}-preview`, args, made).arn;
    this.registerOutputs({ deployRoleArns: this.deployRoleArns, previewRoleArn: this.previewRoleArn });
  }

  private provider(name: string, { scope, ci, adopt }: CiAccessArgs): aws.iam.OpenIdConnectProvider {
    const { region, accountId } = scope;
    const resource = `oidc-provider/${ci.issuer}`;
    const known = arn({ partition: partitionOf(region), service: "iam", accountId, resource });
    const taken = adopt.includes("oidc-provider") ? known : undefined;
    return new aws.iam.OpenIdConnectProvider(
      name,
      { url: `https://${ci.issuer}`, clientIdLists: [ci.audience], tags: { Name: ci.issuer } },
      { parent: this, ...adoption(taken, ["clientIdLists", "tags", "thumbprintLists"]) },
    );
  }

  private boundary(name: string, { scope }: CiAccessArgs): aws.iam.Policy {
    const policyName = physicalName("iam-policy", scope, "boundary");
    return new aws.iam.Policy(
      `${name}-boundary`,
      {
        name: policyName,
        description: "What no role of the CI system may do, whatever its policies say",
        policy: policyDocument(boundaryStatements(scope)),
        tags: { Name: policyName },
      },
      { parent: this },
    );
  }

  private deployer(name: string, environment: string, { scope, ci }: CiAccessArgs, made: Made): aws.iam.Role {
    return accountRole(
      name,
      {
        scope,
        word: deployRoleWord(environment),
        description: `Lets the CI system deploy ${environment}`,
        trust: ciTrust(scope, ci, ci.deployers[environment] ?? []),
        sessionHours: 2,
        managedPolicies: ["PowerUserAccess"],
        rights: [...deployRights(scope, environment), ...stateRights(ci.state, "write")],
        boundaryArn: made.boundary.arn,
        after: made.provider,
      },
      this,
    );
  }

  /** The role that deploys the account stands under no boundary: it is what sets them. */
  private administrator(
    name: string,
    { subjects }: AccountDelivery,
    { scope, ci }: CiAccessArgs,
    { provider }: Made,
  ): aws.iam.Role {
    return accountRole(
      name,
      {
        scope,
        word: deployRoleWord(scope.environment),
        description: "Lets the CI system deploy the account, after a review",
        trust: ciTrust(scope, ci, subjects),
        sessionHours: 1,
        managedPolicies: ["AdministratorAccess"],
        rights: [],
        after: provider,
      },
      this,
    );
  }

  private previewer(name: string, { scope, ci }: CiAccessArgs, made: Made): aws.iam.Role {
    return accountRole(
      name,
      {
        scope,
        word: "preview",
        description: "Lets the CI system preview: it sees what there is, and no data",
        trust: ciTrust(scope, ci, ci.previewers),
        sessionHours: 1,
        managedPolicies: ["SecurityAudit", "job-function/ViewOnlyAccess"],
        rights: stateRights(ci.state, "read"),
        boundaryArn: made.boundary.arn,
        after: made.provider,
      },
      this,
    );
  }
}
