import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountRoles } from "../core/account-roles";
import { roleArn } from "../core/arn";
import type { Declaration } from "../core/declarations";
import { physicalName } from "../core/names";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";
import { RegionSwitchRole } from "./region-switch-role";
import { type Switched, switchSteps } from "./region-switch-steps";
import type { Running } from "./running";

/** Arguments of {@link RegionSwitch}. */
export interface RegionSwitchArgs {
  /** Environment, account and Region of the one that stands in. */
  readonly scope: Scope;
  /** Region of the one whose place it takes. */
  readonly otherRegion: pulumi.Input<Region>;
  /** What runs here. */
  readonly here: Running<pulumi.Input<string>>;
  /** What runs in the other Region. */
  readonly there: Running<pulumi.Input<string>>;
  /** What has to have grown before anybody is led to the Region. */
  readonly switched: Switched;
  /** Domain that both answer for, as primary and secondary; nothing where each has its own, so that there is nothing to move. */
  readonly shared: { readonly domain: string; readonly hostedZoneId: string } | undefined;
  /** Longest time in which the most critical word has to work again, in minutes, 1 to 10,080: executions are measured by it. Nothing where there is none. */
  readonly recoveryMinutes: number | undefined;
  /** Who is asked about the plan. */
  readonly owner: string;
  /** Whether the plan cannot be deleted: its health checks are deleted with it. */
  readonly protect: boolean;
}

/**
 * How a Region takes another one's place, and how that one takes it back, as a plan of ARC Region switch. It runs in the Region that
 * takes over and needs nothing of the other one. Nothing starts it by itself: it has no triggers.
 *
 * Source: https://docs.aws.amazon.com/r53recovery/latest/dg/region-switch.html, 2026-11
 */
export class RegionSwitch extends pulumi.ComponentResource {
  /** ARN of the plan. */
  public readonly planArn: pulumi.Output<string>;
  /** Id of the health check by which each Region is switched on and off, by Region; none until ARC has made it. */
  public readonly healthCheckIds: pulumi.Output<Readonly<Record<string, string>>>;
  /** What it costs, and which practices it answers. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: RegionSwitchArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:RegionSwitch", name, {}, opts);
    const { scope, switched, here, there, shared } = args;
    const role = new RegionSwitchRole(
      `${name}-role`,
      { scope, switched, running: [here, there], hostedZoneId: shared?.hostedZoneId },
      { parent: this },
    );
    const plan = this.plan(name, args, role.arn);

    this.planArn = plan.arn;
    this.healthCheckIds = aws.arcregionswitch
      .getRoute53HealthChecksOutput({ planArn: plan.arn }, { parent: this })
      .healthChecks.apply(idsByRegion);
    this.declarations = [
      { family: "charged", kind: "region-switch-plan", name, features: 0 },
      {
        family: "answers",
        by: name,
        practices: ["REL13-BP02", "REL13-BP05"],
        how: "One plan grows what is critical in the Region that takes over, asks whether the data are sound, and moves the domain; it returns the same way.",
      },
    ];
    this.registerOutputs({ planArn: this.planArn });
  }

  private plan(
    name: string,
    args: RegionSwitchArgs,
    executionRole: pulumi.Output<string>,
  ): aws.arcregionswitch.Plan {
    const { scope, otherRegion, here, there, switched, shared, owner, recoveryMinutes } = args;
    const { region } = scope;
    const planName = physicalName("region-switch-plan", scope, name);
    return new aws.arcregionswitch.Plan(
      name,
      {
        name: planName,
        description: `${scope.environment} takes another Region's place, and gives it back`,
        executionRole,
        recoveryApproach: "activePassive",
        regions: [otherRegion, region],
        primaryRegion: otherRegion,
        ...(recoveryMinutes === undefined ? {} : { recoveryTimeObjectiveMinutes: recoveryMinutes }),
        workflows: [
          {
            // For whichever of the two Regions is to serve: no Region is named.
            workflowTargetAction: "activate",
            steps: switchSteps({
              switched,
              running: [there, here],
              approvalRole: roleArn(scope, accountRoles.approver),
              shared: shared === undefined ? undefined : { ...shared, regions: [region, otherRegion] },
            }),
          },
        ],
        tags: { Name: planName, Owner: owner },
      },
      { parent: this, protect: args.protect },
    );
  }
}

function idsByRegion(
  checks: readonly { readonly region: string; readonly healthCheckId: string }[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    checks.flatMap(({ region, healthCheckId }) => (healthCheckId === "" ? [] : [[region, healthCheckId]])),
  );
}
