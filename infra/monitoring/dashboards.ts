import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { withKnownParts } from "../core/known-parts";
import type { Scope } from "../core/scope";
import { dashboardBody, dashboardLimits, dashboardOutline, type PlannedDashboard } from "./dashboard-body";
import { dashboardName } from "./description";

/** Arguments of {@link Dashboards}. */
export interface DashboardsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What is to be built. */
  readonly dashboards: readonly PlannedDashboard[];
}

/** Where people look. */
export class Dashboards extends pulumi.ComponentResource {
  public constructor(
    name: string,
    { scope, dashboards }: DashboardsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:monitoring:Dashboards", name, {}, opts);
    for (const dashboard of dashboards) {
      new aws.cloudwatch.Dashboard(
        `${name}-${dashboard.label}`,
        {
          dashboardName: dashboardName(scope, dashboard.label),
          dashboardBody: withKnownParts(
            pulumi
              .output(dashboardBody(dashboard, scope.region))
              .apply((body) => bodyText(dashboard.label, body)),
            dashboardOutline(dashboard, scope.region),
          ),
        },
        { parent: this },
      );
    }
    this.registerOutputs();
  }
}

function bodyText(label: string, body: object): string {
  const text = JSON.stringify(body);
  const bytes = Buffer.byteLength(text);
  if (bytes > dashboardLimits.bytes) {
    throw new Error(`dashboard "${label}" has ${bytes} bytes; ${dashboardLimits.bytes} are allowed`);
  }
  return text;
}
