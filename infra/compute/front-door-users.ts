import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "../core/arn";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Scope } from "../core/scope";
import type { RealUserSizes } from "./compute-args";
import { realUserSettings } from "./real-user-settings";

/** Arguments of {@link FrontDoorUsers}. */
export interface FrontDoorUsersArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Domain whose pages may send what they measure. */
  readonly domain: string;
  /** Whether pages are measured, and how many. */
  readonly sizes: RealUserSizes;
  /** Who answers for what is found. */
  readonly owner: string;
}

/** Cognito's identity provider, as trust policies name it. */
const cognito = "cognito-identity.amazonaws.com";

/**
 * What browsers of real users measure of the front door's pages: how long they take, what fails in them.
 *
 * A browser has no rights of its own. It asks an identity pool for a guest's, which are one: to send events of this monitor.
 * The pool gives them by the enhanced flow alone, in which Amazon Cognito itself narrows whatever a role allows; pages
 * therefore give AWS's web client the pool, and no role. A resource policy of the monitor would do without the pool, but
 * the provider cannot set one.
 *
 * Where users are not measured everything is there, nobody is admitted as a guest, and no page is asked to measure.
 * No cookie is set, so that nobody is recognised. What is gathered ends after 30 days, encrypted by AWS; RUM takes no
 * other key.
 *
 * Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-RUM-get-started-authorization.html,
 * https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html,
 * https://github.com/hashicorp/terraform-provider-aws/issues/42257, 2026-11
 */
export class FrontDoorUsers extends pulumi.ComponentResource {
  /** Name of the monitor, as its metrics have it. */
  public readonly monitorName: string;
  /** What a page needs to know in order to measure, by name of environment variable. */
  public readonly settings: Readonly<Record<string, pulumi.Input<string>>>;

  public constructor(name: string, args: FrontDoorUsersArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:FrontDoorUsers", name, {}, opts);
    const { scope, domain, owner } = args;
    const { measured } = args.sizes;
    const percent = measured ? args.sizes.percent : 0;
    this.monitorName = physicalName("app-monitor", scope, "front-door");
    const pool = this.guests(name, args);
    const monitor = new aws.rum.AppMonitor(
      name,
      {
        name: this.monitorName,
        domain,
        cwLogEnabled: false,
        appMonitorConfiguration: {
          allowCookies: false,
          enableXray: false,
          identityPoolId: pool.id,
          sessionSampleRate: percent / 100,
          telemetries: ["errors", "performance", "http"],
        },
        customEvents: { status: "DISABLED" },
        tags: { Name: this.monitorName, Owner: owner },
      },
      { parent: this },
    );
    this.settings = {
      [realUserSettings.appMonitor]: monitor.appMonitorId,
      [realUserSettings.identityPool]: pool.id,
      [realUserSettings.percent]: String(percent),
    };
    this.registerOutputs({ monitorName: this.monitorName });
  }

  /** Guests, and the one right that they have. */
  private guests(name: string, { scope, sizes, owner }: FrontDoorUsersArgs): aws.cognito.IdentityPool {
    const poolName = physicalName("identity-pool", scope, "front-door-users");
    const pool = new aws.cognito.IdentityPool(
      name,
      {
        identityPoolName: poolName,
        allowUnauthenticatedIdentities: sizes.measured,
        allowClassicFlow: false,
        tags: { Name: poolName, Owner: owner },
      },
      { parent: this },
    );
    const role = this.role(name, scope, pool);
    new aws.cognito.IdentityPoolRoleAttachment(
      name,
      { identityPoolId: pool.id, roles: { unauthenticated: role.arn } },
      { parent: this },
    );
    return pool;
  }

  private role(name: string, scope: Scope, pool: aws.cognito.IdentityPool): aws.iam.Role {
    const roleName = physicalName("iam-role", scope, name);
    const role = new aws.iam.Role(
      name,
      {
        name: roleName,
        description: "Lets browsers send what they measure of the front door's pages, and nothing else",
        assumeRolePolicy: policyDocument([
          {
            sid: "GuestsOfThePool",
            principals: { Federated: [cognito] },
            actions: ["sts:AssumeRoleWithWebIdentity"],
            conditions: {
              StringEquals: { [`${cognito}:aud`]: pool.id },
              "ForAnyValue:StringLike": { [`${cognito}:amr`]: "unauthenticated" },
            },
          },
        ]),
        tags: { Name: roleName },
      },
      { parent: this },
    );
    const monitor = regionalArn(scope, "rum", `appmonitor/${this.monitorName}`);
    new aws.iam.RolePolicy(
      name,
      {
        role: role.name,
        policy: policyDocument([
          { sid: "SendWhatIsMeasured", actions: ["rum:PutRumEvents"], resources: [monitor] },
        ]),
      },
      { parent: this },
    );
    return role;
  }
}
