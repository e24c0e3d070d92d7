import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "./arn";
import type { Scope } from "./scope";

/** What {@link deadLetterAlarm} makes an alarm from. */
export interface DeadLetterAlarm {
  /** Environment, account and Region of the queue. */
  readonly scope: Scope;
  /** Physical name of the alarm. */
  readonly alarmName: string;
  /** What it means that something waits. */
  readonly alarmDescription: string;
  /** Physical name of the queue. */
  readonly queueName: pulumi.Input<string>;
  /** What the OpsItem is about, as OpsCenter sorts it. */
  readonly category: "Recovery" | "Security";
  /**
   * Topic that is told besides; it has to be in the same Region.
   *
   * @default - the OpsItem alone tells
   */
  readonly topicArn?: pulumi.Input<string>;
}

/**
 * An alarm of what waits in a queue for dead letters. Whatever keeps a topic from telling may keep it from telling that, too: the
 * alarm makes an OpsItem by itself, in the same Region, which needs neither topic nor key.
 */
export function deadLetterAlarm(name: string, spec: DeadLetterAlarm, parent: pulumi.Resource): void {
  const { scope, alarmName, alarmDescription, queueName, category, topicArn } = spec;
  const opsItem = regionalArn(scope, "ssm", `opsitem:1#CATEGORY=${category}`);
  new aws.cloudwatch.MetricAlarm(
    name,
    {
      region: scope.region,
      name: alarmName,
      alarmDescription,
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: queueName },
      statistic: "Maximum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
      alarmActions: topicArn === undefined ? [opsItem] : [topicArn, opsItem],
      tags: { Name: alarmName },
    },
    { parent },
  );
}
