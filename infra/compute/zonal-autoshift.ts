import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { type ZoneSizes, zoneWindow } from "./zone-practice";

/** Arguments of {@link ZonalAutoshift}. */
export interface ZonalAutoshiftArgs {
  /** ARN of the balancer whose traffic is moved; it has to admit shifts. */
  readonly balancerArn: pulumi.Input<string>;
  /** Whether AWS moves traffic, and when it does not practise. */
  readonly sizes: ZoneSizes;
  /** ARN of the alarm that ends a practice, and calls it failed: the balancer's own errors. It stands in the balancer's Region. */
  readonly outcomeAlarmArn: pulumi.Input<string>;
  /** ARN of the alarm while which nothing is practised: nobody gets through as it is. It stands in the balancer's Region. */
  readonly blockingAlarmArn: pulumi.Input<string>;
}

/**
 * AWS moves traffic away from a zone that it sees to be unwell, and back; and it practises that once a week for half an hour,
 * so that the other zones are known to carry everything. Alarms end a practice; they do not hold back AWS in earnest.
 *
 * Source: https://docs.aws.amazon.com/r53recovery/latest/dg/getting-started-cli-update-zonal_autoshift.create-practice-run.html, 2026-11
 */
export class ZonalAutoshift extends pulumi.ComponentResource {
  public constructor(name: string, args: ZonalAutoshiftArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:compute:ZonalAutoshift", name, {}, opts);
    const { autoshift, blockedWindows } = args.sizes;
    const alarm = (
      alarmIdentifier: pulumi.Input<string>,
    ): { alarmIdentifier: pulumi.Input<string>; type: string } => ({
      alarmIdentifier,
      type: "CLOUDWATCH",
    });
    new aws.arczonalshift.ZonalAutoshiftConfiguration(
      name,
      {
        resourceArn: args.balancerArn,
        zonalAutoshiftStatus: autoshift ? "ENABLED" : "DISABLED",
        outcomeAlarms: [alarm(args.outcomeAlarmArn)],
        blockingAlarms: [alarm(args.blockingAlarmArn)],
        ...(blockedWindows.length === 0 ? {} : { blockedWindows: blockedWindows.map(zoneWindow) }),
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
