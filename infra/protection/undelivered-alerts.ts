import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn, servicePrincipal } from "../core/arn";
import { keyAdministration, thisKey } from "../core/key-administration";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";

/** What {@link UndeliveredAlerts} is made of. */
export interface UndeliveredAlertsArgs {
  /** Account, and the Region that is listened to. */
  readonly scope: Scope;
  /**
   * Topic that is told besides; it has to be in the same Region.
   *
   * @default - the OpsItem alone tells
   */
  readonly topicArn?: pulumi.Input<string>;
}

/** Days that an alert waits for somebody to find out why it was not told: the longest that SQS offers. */
const waitingDays = 14;

/**
 * Alerts of a Region that EventBridge could tell nobody for a day. Whatever keeps it from telling may keep it from telling
 * that, too: an alarm makes the OpsItem by itself, in the same Region.
 */
export class UndeliveredAlerts extends pulumi.ComponentResource {
  /** ARN of the queue. */
  public readonly queueArn: pulumi.Output<string>;
  /** Id of the key that encrypts what waits. */
  public readonly keyId: pulumi.Output<string>;

  public constructor(name: string, args: UndeliveredAlertsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:protection:UndeliveredAlerts", name, {}, opts);
    const key = this.key(name, args.scope);
    const queue = this.queue(name, args.scope, key);
    this.alarm(name, args, queue);

    this.queueArn = queue.arn;
    this.keyId = key.keyId;
    this.registerOutputs({ queueArn: this.queueArn });
  }

  private key(name: string, scope: Scope): aws.kms.Key {
    const { region } = scope;
    const alias = physicalName("kms-alias", scope, "undelivered");
    const key = new aws.kms.Key(
      name,
      {
        region,
        description: "Encrypts alerts that nobody could be told",
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: policyDocument([keyAdministration(scope), eventsEncrypt(scope)]),
        tags: { Name: alias },
      },
      { parent: this },
    );
    new aws.kms.Alias(name, { region, name: alias, targetKeyId: key.keyId }, { parent: this });
    return key;
  }

  private queue(name: string, scope: Scope, key: aws.kms.Key): aws.sqs.Queue {
    const { region, accountId } = scope;
    const queueName = queueNameOf(scope);
    const queue = new aws.sqs.Queue(
      name,
      {
        region,
        name: queueName,
        kmsMasterKeyId: key.arn,
        kmsDataKeyReusePeriodSeconds: 300,
        messageRetentionSeconds: waitingDays * 24 * 3600,
        tags: { Name: queueName },
      },
      { parent: this },
    );
    const known = arn({
      partition: partitionOf(region),
      service: "sqs",
      region,
      accountId,
      resource: queueName,
    });
    new aws.sqs.QueuePolicy(
      name,
      { region, queueUrl: queue.url, policy: policyDocument(queueStatements(scope, known)) },
      { parent: this },
    );
    return queue;
  }

  private alarm(name: string, { scope, topicArn }: UndeliveredAlertsArgs, queue: aws.sqs.Queue): void {
    const { region, accountId } = scope;
    const alarmName = physicalName("alarm", scope, "alerts-undelivered");
    const opsItem = arn({
      partition: partitionOf(region),
      service: "ssm",
      region,
      accountId,
      resource: "opsitem:1#CATEGORY=Security",
    });
    new aws.cloudwatch.MetricAlarm(
      name,
      {
        region,
        name: alarmName,
        alarmDescription: `Alerts of the account wait in ${queueNameOf(scope)}: nobody could be told for a day.`,
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: queue.name },
        statistic: "Maximum",
        period: 300,
        evaluationPeriods: 1,
        threshold: 1,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        treatMissingData: "notBreaching",
        alarmActions: topicArn === undefined ? [opsItem] : [topicArn, opsItem],
        tags: { Name: alarmName },
      },
      { parent: this },
    );
  }
}

function queueNameOf(scope: Scope): string {
  return physicalName("queue", scope, "alerts-undelivered");
}

function rulesOf({ region, accountId }: Scope): string {
  return arn({ partition: partitionOf(region), service: "events", region, accountId, resource: "rule/*" });
}

function eventsEncrypt(scope: Scope): PolicyStatement {
  return {
    sid: "EventsReachQueue",
    principals: { Service: [servicePrincipal("events", scope.region)] },
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resources: ["*"],
    conditions: { ArnLike: { "aws:SourceArn": rulesOf(scope) } },
    wildcards: { resources: thisKey },
  };
}

function queueStatements(scope: Scope, queueArn: string): readonly PolicyStatement[] {
  const resources = [queueArn];
  return [
    {
      sid: "EventsOfThisAccount",
      principals: { Service: [servicePrincipal("events", scope.region)] },
      actions: ["sqs:SendMessage"],
      resources,
      conditions: { ArnLike: { "aws:SourceArn": rulesOf(scope) } },
    },
    {
      sid: "TlsAlone",
      effect: "Deny",
      principals: "*",
      actions: ["sqs:*"],
      resources,
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}
