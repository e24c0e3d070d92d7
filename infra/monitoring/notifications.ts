import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Criticality } from "../core/criticality";
import { deadLetterQueue } from "../core/dead-letter-queue";
import type { Declaration } from "../core/declarations";
import { encryptedTopic } from "../core/encrypted-topic";
import type { MonitoredKey } from "../core/monitored-network";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { Scope } from "../core/scope";
import { topicPublishers } from "../core/topic-publishers";
import type { MonitoringSizes } from "./monitoring-args";
import { topicKeyStatements } from "./notification-policy";
import { type Severity, severities } from "./severity";
import type { ToldTopic } from "./told-topic";
import { severityTopicName } from "./topic-things";
import { undeliveredName } from "./undelivered";

/** Arguments of {@link Notifications}. */
export interface NotificationsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Who hears what. */
  readonly subscriptions: MonitoringSizes["subscriptions"];
  /** Topics of other layers that they hear too. */
  readonly topics: readonly ToldTopic[];
  /** Whether the key refuses to be deleted. */
  readonly protect: boolean;
  /** Who answers for the way. */
  readonly owner: string;
  /** How much the business depends on the environment. */
  readonly criticality: Criticality;
}

/** The way from whatever notices something to whoever has to know: a topic for each severity, and a key of its own. */
export class Notifications extends pulumi.ComponentResource {
  /** ARN of each severity's topic. */
  public readonly topicArns: Readonly<Record<Severity, pulumi.Output<string>>>;
  /** ARN of the queue of what could not be delivered. */
  public readonly undeliveredArn: pulumi.Output<string>;
  /** ARN of the key. */
  public readonly keyArn: pulumi.Output<string>;
  /** Everything that has to be there before something is told. */
  public readonly ready: readonly pulumi.Resource[];
  /** The key, which is watched as any other. */
  public readonly watchedKey: MonitoredKey;
  /** What the way says about itself. */
  public readonly declarations: readonly Declaration[];
  private readonly policies: pulumi.Resource[] = [];

  public constructor(name: string, args: NotificationsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:monitoring:Notifications", name, {}, opts);
    const key = this.key(name, args);
    const undelivered = this.undelivered(name, args, key);
    const topic = (severity: Severity): pulumi.Output<string> =>
      this.topic(`${name}-${severity}`, severity, args, { key, undelivered });

    this.topicArns = { page: topic("page"), ticket: topic("ticket"), notice: topic("notice") };
    for (const told of args.topics) this.subscribe(`${name}-${told.name}`, told, args, undelivered);
    this.undeliveredArn = undelivered.arn;
    this.keyArn = key.arn;
    this.ready = this.policies;
    this.watchedKey = {
      ...{ family: "monitored", kind: "key", name, owner: args.owner, criticality: args.criticality },
      dimensions: { KeyId: key.id },
    };
    this.declarations = [this.watchedKey, ...wayAnswers(name)];
    this.registerOutputs({ topicArns: this.topicArns });
  }

  private key(name: string, { scope, protect }: NotificationsArgs): aws.kms.Key {
    const alias = physicalName("kms-alias", scope, name);
    const key = new aws.kms.Key(
      name,
      {
        description: `Encrypts what ${scope.environment} tells people`,
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: policyDocument(topicKeyStatements(scope)),
        tags: { Name: alias },
      },
      { parent: this, protect },
    );
    new aws.kms.Alias(name, { name: alias, targetKeyId: key.id }, { parent: this });
    return key;
  }

  private undelivered(name: string, { scope }: NotificationsArgs, key: aws.kms.Key): aws.sqs.Queue {
    const { queue, policy } = deadLetterQueue(
      `${name}-undelivered`,
      { scope, queueName: undeliveredName(scope), kmsMasterKeyId: key.id },
      this,
    );
    this.policies.push(policy);
    return queue;
  }

  private topic(
    name: string,
    severity: Severity,
    { scope, subscriptions }: NotificationsArgs,
    { key, undelivered }: { readonly key: aws.kms.Key; readonly undelivered: aws.sqs.Queue },
  ): pulumi.Output<string> {
    const topicName = severityTopicName(scope, severity);
    const { topic, policy } = encryptedTopic(
      name,
      {
        scope,
        topicName,
        displayName: `${scope.environment} ${severity}`,
        kmsMasterKeyId: key.id,
        publishers: topicPublishers,
      },
      this,
    );
    this.policies.push(policy);
    const told = { name, arn: topic.arn, topicName, region: scope.region, severity };
    this.subscribe(name, told, { scope, subscriptions }, undelivered);
    return topic.arn;
  }

  /** Tells the subscribers of a severity what a topic tells. */
  private subscribe(
    name: string,
    { arn, region, severity, deadLetterArn }: ToldTopic,
    { scope, subscriptions }: Pick<NotificationsArgs, "scope" | "subscriptions">,
    undelivered: aws.sqs.Queue,
  ): void {
    const putAside = deadLetterArn ?? (region === scope.region ? undelivered.arn : undefined);
    const redrivePolicy = putAside && pulumi.jsonStringify({ deadLetterTargetArn: putAside });
    for (const [subscriber, { protocol, endpoint }] of Object.entries(subscriptions[severity])) {
      new aws.sns.TopicSubscription(
        `${name}-${subscriber}`,
        { region, topic: arn, protocol, endpoint, redrivePolicy },
        { parent: this, dependsOn: this.policies },
      );
    }
  }
}

function wayAnswers(name: string): readonly Declaration[] {
  return [
    {
      family: "answers",
      practices: ["OPS10-BP03", "REL06-BP03"],
      by: name,
      how: `Each of ${severities.length} severities has an encrypted topic, whose policy and key admit every service that tells something on it.`,
    },
  ];
}
