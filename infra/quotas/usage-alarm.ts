import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import { type Quota, quotaKey } from "./quota-table";

/** What an alarm on the use of a quota is made of. */
interface UsageAlarmArgs {
  /** Logical name that the alarm's begins with. */
  readonly name: string;
  /** Quota that is watched. */
  readonly quota: Quota;
  /** Share of the quota, in percent, at which the alarm speaks. */
  readonly percent: number;
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Topic that the alarm tells. */
  readonly topicArn: pulumi.Input<string>;
}

/** Usage metrics come every minute and lag; five minutes over the limit are no spike. */
const periodSeconds = 300;

/**
 * An alarm on the share of a quota that is used, measured against the quota that is granted at the time; nothing where AWS
 * publishes no usage metric.
 */
export function usageAlarm(
  args: UsageAlarmArgs,
): { readonly name: string; readonly args: aws.cloudwatch.MetricAlarmArgs } | undefined {
  const { quota, percent, scope, topicArn } = args;
  if (quota.usage === undefined) return undefined;
  const name = `${args.name}-${quota.serviceCode}-${quota.quotaCode}-${percent}`;
  const alarmName = physicalName("alarm", scope, name);
  return {
    name,
    args: {
      region: scope.region,
      name: alarmName,
      alarmDescription:
        `${percent} % of "${quota.name}" (${quotaKey(quota)}) are used in ${scope.region}. ` +
        "Ask for more in the account's configuration before it runs out.",
      metricQueries: [
        {
          id: "share",
          label: `${quota.name}, percent used`,
          expression: "used / SERVICE_QUOTA(used) * 100",
          returnData: true,
        },
        {
          id: "used",
          metric: {
            namespace: "AWS/Usage",
            metricName: "ResourceCount",
            dimensions: { ...quota.usage },
            period: periodSeconds,
            stat: "Maximum",
          },
        },
      ],
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: percent,
      evaluationPeriods: 1,
      // Where nothing is used AWS writes no metric.
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
      tags: { Name: alarmName },
    },
  };
}
