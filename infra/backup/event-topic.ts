import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import type { EncryptionKey } from "../core/encryption-key";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Scope } from "../core/scope";
import type { Receivers } from "./backup-args";
import { type BackupEventRule, backupEventRules } from "./backup-events";
import { regionalArn, type VaultSite } from "./backup-names";
import { EventReceivers } from "./event-receivers";
import { deadLetterStatements, topicStatements } from "./vault-policies";

/** Arguments of {@link EventTopic}. */
export interface EventTopicArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Which Region it is. */
  readonly site: VaultSite;
  /** Key that encrypts what is told, and the vaults of the Region. */
  readonly key: EncryptionKey;
  /** The most critical word among what is kept. */
  readonly criticality: Criticality;
  /** Who is called when something could not be told. */
  readonly owner: string;
  /** Who hears what is told. */
  readonly receivers: Receivers;
  /** Vaults of which a failed backup calls somebody at once, by name. */
  readonly pagedVaults: readonly string[];
}

/** Where events go, and where those that could not be told. */
interface Told {
  readonly topic: aws.sns.Topic;
  readonly queue: aws.sqs.Queue;
}

/** Longest time that a queue keeps a message, in seconds. */
const longestRetentionSeconds = 14 * 24 * 3_600;

/** How long EventBridge tries to tell an event, and how often; then it goes to the queue for dead letters. */
const retryPolicy = { maximumEventAgeInSeconds: 3_600, maximumRetryAttempts: 60 };

/** The topic on which a Region's backups tell failures and tampering, and the rules that listen for them. */
export class EventTopic extends pulumi.ComponentResource {
  /** ARN of the topic, for whoever wants to hear. */
  public readonly topicArn: pulumi.Output<string>;
  /** ARN of the queue for events that could not be told. */
  public readonly deadLetterArn: pulumi.Output<string>;
  /** What the rules and the queue say about themselves. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: EventTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:EventTopic", name, {}, opts);
    const rules = backupEventRules(args.scope, args.site);
    const topic = this.topic(name, args);
    const queue = this.deadLetters(name, args);
    for (const rule of rules) this.listen(`${name}-${rule.name}`, args.scope, rule, { topic, queue });
    new EventReceivers(
      `${name}-to`,
      { ...args, region: args.scope.region, topicArn: topic.arn, deadLetterArn: queue.arn },
      { parent: this },
    );
    if (args.site === "copy") this.watchFromAfar(name, args, { topic, queue });

    this.topicArn = topic.arn;
    this.deadLetterArn = queue.arn;
    this.declarations = args.site === "home" ? declared(name, args, rules) : [];
    this.registerOutputs({ topicArn: this.topicArn, deadLetterArn: this.deadLetterArn });
  }

  private topic(name: string, { scope, key }: EventTopicArgs): aws.sns.Topic {
    const topicName = physicalName("topic", scope, name);
    const topic = new aws.sns.Topic(
      name,
      {
        region: scope.region,
        name: topicName,
        displayName: `Backups of ${scope.environment}`,
        kmsMasterKeyId: key.arn,
        signatureVersion: 2,
        tags: { Name: topicName },
      },
      { parent: this },
    );
    const statements = topicStatements(scope, regionalArn(scope, "sns", topicName));
    new aws.sns.TopicPolicy(
      name,
      { region: scope.region, arn: topic.arn, policy: policyDocument(statements) },
      { parent: this },
    );
    return topic;
  }

  private deadLetters(name: string, { scope, key }: EventTopicArgs): aws.sqs.Queue {
    const queueName = deadLetterQueueName(scope, name);
    const queue = new aws.sqs.Queue(
      `${name}-dead-letters`,
      {
        region: scope.region,
        name: queueName,
        kmsMasterKeyId: key.arn,
        kmsDataKeyReusePeriodSeconds: 3_600,
        messageRetentionSeconds: longestRetentionSeconds,
        receiveWaitTimeSeconds: 20,
        redriveAllowPolicy: JSON.stringify({ redrivePermission: "denyAll" }),
        tags: { Name: queueName },
      },
      { parent: this },
    );
    new aws.sqs.QueuePolicy(
      `${name}-dead-letters`,
      {
        region: scope.region,
        queueUrl: queue.url,
        policy: policyDocument(deadLetterStatements(scope, regionalArn(scope, "sqs", queueName))),
      },
      { parent: this },
    );
    return queue;
  }

  /**
   * Alarms of the environment stand in its own Region, and see nothing of this one. So the end of this Region's key, and what
   * could not be told of it, are told from here.
   */
  private watchFromAfar(name: string, { scope, key }: EventTopicArgs, told: Told): void {
    const rule = {
      name: "key",
      description: "Somebody ends the key of copies, or tries to",
      pattern: keyPattern(key),
    };
    this.listen(`${name}-${rule.name}`, scope, rule, told);
    const alarmName = physicalName("alarm", scope, `${name}-untold`);
    new aws.cloudwatch.MetricAlarm(
      `${name}-untold`,
      {
        region: scope.region,
        name: alarmName,
        alarmDescription:
          "What happened to copies of backups could not be told: it is in the queue for dead letters",
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: told.queue.name },
        statistic: "Maximum",
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        period: 300,
        evaluationPeriods: 1,
        treatMissingData: "notBreaching",
        alarmActions: [told.topic.arn],
        tags: { Name: alarmName },
      },
      { parent: this },
    );
  }

  private listen(
    name: string,
    scope: Scope,
    { description, pattern }: BackupEventRule,
    { topic, queue }: Told,
  ): void {
    const ruleName = physicalName("event-rule", scope, name);
    const rule = new aws.cloudwatch.EventRule(
      name,
      {
        region: scope.region,
        name: ruleName,
        description,
        eventPattern: pulumi.jsonStringify(pattern),
        tags: { Name: ruleName },
      },
      { parent: this },
    );
    new aws.cloudwatch.EventTarget(
      name,
      {
        region: scope.region,
        rule: rule.name,
        targetId: "topic",
        arn: topic.arn,
        deadLetterConfig: { arn: queue.arn },
        retryPolicy,
      },
      { parent: this },
    );
  }
}

function keyPattern(key: EncryptionKey): BackupEventRule["pattern"] {
  return {
    source: ["aws.kms"],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: {
      eventSource: ["kms.amazonaws.com"],
      eventName: ["DisableKey", "ScheduleKeyDeletion"],
      requestParameters: { keyId: [key.id, key.arn] },
    },
  };
}

function deadLetterQueueName(scope: Scope, name: string): string {
  return physicalName("queue", scope, `${name}-dead-letters`);
}

/** Alarms stand in the environment's own Region, and see nothing of the other one. */
function declared(
  name: string,
  { scope, criticality, owner }: EventTopicArgs,
  rules: readonly BackupEventRule[],
): readonly Declaration[] {
  const thing = { family: "monitored", criticality, owner } as const;
  return [
    ...rules.map((rule): Declaration => ({
      ...thing,
      kind: "event-rule",
      name: `${name}-${rule.name}`,
      dimensions: { RuleName: physicalName("event-rule", scope, `${name}-${rule.name}`) },
    })),
    {
      ...thing,
      kind: "dead-letter-queue",
      name: `${name}-dead-letters`,
      dimensions: { QueueName: deadLetterQueueName(scope, name) },
    },
  ];
}
