import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import { deadLetterAlarm } from "../core/dead-letter-alarm";
import { deadLetterQueue } from "../core/dead-letter-queue";
import type { Declaration } from "../core/declarations";
import { encryptedTopic } from "../core/encrypted-topic";
import type { EncryptionKey } from "../core/encryption-key";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { Receivers } from "./backup-args";
import { type BackupEventRule, backupEventRules } from "./backup-events";
import type { VaultSite } from "./backup-names";
import { EventReceivers } from "./event-receivers";
import { eventPublishers } from "./vault-policies";

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
    const { scope, key } = args;
    const { topic } = encryptedTopic(
      name,
      {
        scope,
        topicName: physicalName("topic", scope, name),
        displayName: `Backups of ${scope.environment}`,
        kmsMasterKeyId: key.arn,
        publishers: eventPublishers,
      },
      this,
    );
    const { queue } = deadLetterQueue(
      `${name}-dead-letters`,
      { scope, queueName: deadLetterQueueName(scope, name), kmsMasterKeyId: key.arn },
      this,
    );
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

  /**
   * Alarms of the environment stand in its own Region, and see nothing of this one. So what could not be told of it is told from
   * here, and so is whoever tries to end this Region's key. Where that succeeds, neither topic nor queue works any more: the
   * account's alerts tell it (`key-going`), on a topic in their own Region with a key of its own.
   */
  private watchFromAfar(name: string, { scope, key }: EventTopicArgs, told: Told): void {
    const rule = {
      name: "key",
      description: "Somebody ends the key of copies, or tries to",
      pattern: keyPattern(key),
    };
    this.listen(`${name}-${rule.name}`, scope, rule, told);
    deadLetterAlarm(
      `${name}-untold`,
      {
        scope,
        alarmName: physicalName("alarm", scope, `${name}-untold`),
        alarmDescription:
          "What happened to copies of backups could not be told: it is in the queue for dead letters",
        queueName: told.queue.name,
        category: "Recovery",
        topicArn: told.topic.arn,
      },
      this,
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
