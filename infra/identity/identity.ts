import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { adoption } from "../core/adoption";
import type { Declaration } from "../core/declarations";
import { describeProblems } from "../core/problem";
import { AccessAnalysis } from "./access-analysis";
import { Approver } from "./approver";
import { BreakGlass } from "./break-glass";
import { CiAccess } from "./ci-access";
import { identityAnswers } from "./identity-answers";
import type { Adoptable, ContactKind, IdentityArgs } from "./identity-args";
import { identityProblems } from "./identity-problems";
import { OutsideMachineAccess } from "./outside-machine-access";
import { PeopleAccess } from "./people-access";
import { WorkloadBoundary } from "./workload-boundary";

/** Who gets into the account, how, and for how long. An account has exactly one. */
export class Identity extends pulumi.ComponentResource {
  /** ARN of the role that deploys each environment, by environment. */
  public readonly deployRoleArns: Readonly<Record<string, pulumi.Output<string>>>;
  /** ARN of the role that reads for previews; none without a CI system. */
  public readonly previewRoleArn: pulumi.Output<string> | undefined;
  /** ARN of the role for emergencies, known before it exists. */
  public readonly breakGlassRoleArn: string;
  /** What is answered. */
  public readonly declarations: readonly Declaration[];

  /**
   * @throws Error telling everything that is wrong with the arguments
   */
  public constructor(name: string, args: IdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:identity:Identity", name, {}, opts);
    const problems = identityProblems({ ...args, environment: args.scope.environment });
    if (problems.length > 0) throw new Error(describeProblems(`identity "${name}"`, problems));

    this.settings(name, args);
    const parent = { parent: this };
    const breakGlass = new BreakGlass(`${name}-break-glass`, args, parent);
    new Approver(`${name}-approver`, args, parent);
    const boundary = new WorkloadBoundary(`${name}-workload-boundary`, args, parent);
    new PeopleAccess(`${name}-people`, args, parent);
    new AccessAnalysis(`${name}-analysis`, args, parent);
    const ci =
      args.ci === undefined ? undefined : new CiAccess(`${name}-ci`, { ...args, ci: args.ci }, parent);
    if (args.outsideMachines !== undefined) {
      const machines = { machines: args.outsideMachines, boundaryArn: boundary.policyArn };
      new OutsideMachineAccess(`${name}-machines`, { ...args, ...machines }, parent);
    }

    this.deployRoleArns = ci?.deployRoleArns ?? {};
    this.previewRoleArn = ci?.previewRoleArn;
    this.breakGlassRoleArn = breakGlass.roleArn;
    this.declarations = identityAnswers(name);
    this.registerOutputs({ deployRoleArns: this.deployRoleArns });
  }

  private settings(name: string, args: IdentityArgs): void {
    const taken = (word: Adoptable, id: string): string | undefined =>
      args.adopt.includes(word) ? id : undefined;
    new aws.iam.AccountPasswordPolicy(
      `${name}-passwords`,
      {
        minimumPasswordLength: args.passwords.minimumLength,
        maxPasswordAge: args.passwords.maximumAgeDays,
        passwordReusePrevention: 24,
        requireLowercaseCharacters: true,
        requireUppercaseCharacters: true,
        requireNumbers: true,
        requireSymbols: true,
        allowUsersToChangePassword: true,
        // Who comes back after a holiday changes the password instead of being locked out.
        hardExpiry: false,
      },
      {
        parent: this,
        ...adoption(taken("password-policy", "iam-account-password-policy"), [
          "minimumPasswordLength",
          "maxPasswordAge",
          "passwordReusePrevention",
          "requireLowercaseCharacters",
          "requireUppercaseCharacters",
          "requireNumbers",
          "requireSymbols",
          "allowUsersToChangePassword",
          "hardExpiry",
        ]),
      },
    );
    new aws.iam.AccountAlias(
      `${name}-alias`,
      { accountAlias: args.accountAlias },
      { parent: this, ...adoption(taken("account-alias", args.accountAlias), []) },
    );
    // Tokens of the second version hold in every Region, those of the first only where a Region is on by default.
    new aws.iam.SecurityTokenServicePreferences(
      `${name}-tokens`,
      { globalEndpointTokenVersion: "v2Token" },
      { parent: this },
    );
    for (const kind of ["billing", "operations", "security"] as const) {
      this.contact(`${name}-contact-${kind}`, kind, args);
    }
  }

  private contact(name: string, kind: ContactKind, { contacts, adopt }: IdentityArgs): void {
    const contact = contacts[kind];
    const type = kind.toUpperCase();
    new aws.account.AlternativeContact(
      name,
      {
        alternateContactType: type,
        name: contact.name,
        title: contact.title,
        emailAddress: contact.email,
        phoneNumber: contact.phone,
      },
      {
        parent: this,
        ...adoption(adopt.includes(`contact-${kind}`) ? type : undefined, [
          "name",
          "title",
          "emailAddress",
          "phoneNumber",
        ]),
      },
    );
  }
}
