import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { EncryptionKey } from "../core/encryption-key";
import { policyDocument } from "../core/policy-document";
import type { Scope } from "../core/scope";
import { queueArn } from "./integration-names";
import { queueNumbers } from "./queue-numbers";
import { queueStatements, redriveAllowPolicy } from "./queue-policies";

/** Arguments of {@link GuardedQueue}. */
export interface GuardedQueueArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Physical name of the queue. */
  readonly queueName: string;
  /** Key that encrypts its messages. */
  readonly key: EncryptionKey;
  /** Days that a message is kept, in seconds. */
  readonly retentionSeconds: number;
  /**
   * Time a message stays hidden while it is handled, in seconds.
   *
   * @default 30
   */
  readonly visibilitySeconds?: number;
  /**
   * Rules and buses for which EventBridge may send, by ARN.
   *
   * @default - none
   */
  readonly admits?: readonly string[];
  /**
   * Queues of which it is the dead-letter queue, by ARN.
   *
   * @default - none may use it as one
   */
  readonly deadLettersOf?: readonly string[];
  /** Tags of what it belongs to. */
  readonly tags: Readonly<Record<string, string>>;
}

/** An encrypted queue with a policy of its own: TLS only, EventBridge for the rules named, dead letters of queues named. */
export class GuardedQueue extends pulumi.ComponentResource {
  /** Physical name, known before it exists. */
  public readonly queueName: string;
  /** ARN, once it exists. */
  public readonly arn: pulumi.Output<string>;
  /** URL by which it is used. */
  public readonly url: pulumi.Output<string>;
  /** Policy that admits whoever sends; what sends depends on it. */
  public readonly policy: pulumi.Resource;

  public constructor(name: string, args: GuardedQueueArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:GuardedQueue", name, {}, opts);
    const queue = this.queue(name, args);

    this.queueName = args.queueName;
    this.arn = queue.arn;
    this.url = queue.url;
    this.policy = this.guard(name, args, queue);
    this.registerOutputs({ arn: this.arn, url: this.url });
  }

  private queue(name: string, args: GuardedQueueArgs): aws.sqs.Queue {
    return new aws.sqs.Queue(
      name,
      {
        name: args.queueName,
        kmsMasterKeyId: args.key.arn,
        kmsDataKeyReusePeriodSeconds: queueNumbers.dataKeyReuseSeconds,
        messageRetentionSeconds: args.retentionSeconds,
        visibilityTimeoutSeconds: args.visibilitySeconds ?? 30,
        receiveWaitTimeSeconds: queueNumbers.longPollSeconds,
        tags: { ...args.tags, Name: args.queueName },
      },
      { parent: this },
    );
  }

  private guard(name: string, args: GuardedQueueArgs, queue: aws.sqs.Queue): pulumi.Resource {
    const { scope, admits } = args;
    const statements = queueStatements({
      scope,
      queueArn: queueArn(scope, args.queueName),
      ...(admits === undefined ? {} : { admits }),
    });
    new aws.sqs.RedriveAllowPolicy(
      name,
      { queueUrl: queue.url, redriveAllowPolicy: redriveAllowPolicy(args.deadLettersOf ?? []) },
      { parent: this },
    );
    return new aws.sqs.QueuePolicy(
      name,
      { queueUrl: queue.url, policy: policyDocument(statements) },
      { parent: this },
    );
  }
}
