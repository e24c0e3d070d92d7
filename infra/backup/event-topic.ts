import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import type { Declaration } from "../core/declarations";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Scope } from "../core/scope";
import type { Arn } from "./backup-args";
import { type BackupEventRule, backupEventRules } from "./backup-events";
import { regionalArn, type VaultSite } from "./backup-names";
import { deadLetterStatements, topicStatements } from "./vault-policies";

/** Arguments of {@link EventTopic}. */
export interface EventTopicArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Which Region it is. */
  readonly site: VaultSite;
  /** Key that encrypts what is told. */
  readonly keyArn: Arn;
  /** The most critical word among what is kept. */
  readonly criticality: Criticality;
  /** Who is called when something could not be told. */
  readonly owner: string;
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

    this.topicArn = topic.arn;
    this.deadLetterArn = queue.arn;
    this.declarations = args.site === "home" ? declared(name, args, rules) : [];
    this.registerOutputs({ topicArn: this.topicArn, deadLetterArn: this.deadLetterArn });
  }

  private topic(name: string, { scope, keyArn }: EventTopicArgs): aws.sns.Topic {
    const topicName = physicalName("topic", scope, name);
    const topic = new aws.sns.Topic(
      name,
      {
        region: scope.region,
        name: topicName,
        displayName: `Backups of ${scope.environment}`,
        kmsMasterKeyId: keyArn,
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

  private deadLetters(name: string, { scope, keyArn }: EventTopicArgs): aws.sqs.Queue {
    const queueName = deadLetterQueueName(scope, name);
    const queue = new aws.sqs.Queue(
      `${name}-dead-letters`,
      {
        region: scope.region,
        name: queueName,
        kmsMasterKeyId: keyArn,
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

  private listen(
    name: string,
    scope: Scope,
    { description, pattern }: BackupEventRule,
    { topic, queue }: { readonly topic: aws.sns.Topic; readonly queue: aws.sqs.Queue },
  ): void {
    const ruleName = physicalName("event-rule", scope, name);
    const rule = new aws.cloudwatch.EventRule(
      name,
      {
        region: scope.region,
        name: ruleName,
        description,
        eventPattern: JSON.stringify(pattern),
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
      dimensions: {
        RuleName: physicalName("event-rule", scope, `${name}-${rule.name}`),
      },
    })),
    {
      ...thing,
      kind: "dead-letter-queue",
      name: `${name}-dead-letters`,
      dimensions: { QueueName: deadLetterQueueName(scope, name) },
    },
  ];
}
