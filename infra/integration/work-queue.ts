import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { EncryptionKey } from "../core/encryption-key";
import type { Scope } from "../core/scope";
import { GuardedQueue } from "./guarded-queue";
import { deadLetterName, queueArn, queueName, type QueueWord } from "./integration-names";
import { queueNumbers, visibilitySeconds } from "./queue-numbers";

/** Arguments of {@link WorkQueue}. */
export interface WorkQueueArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What the queue is called. */
  readonly word: QueueWord;
  /** Key that encrypts its messages. */
  readonly key: EncryptionKey;
  /** Longest time that handling one message takes, in seconds. */
  readonly handlerTimeoutSeconds: number;
  /** Times a message is tried before it goes to the dead-letter queue. */
  readonly maximumReceives: number;
  /**
   * Rule for which EventBridge may send, by ARN.
   *
   * @default - none
   */
  readonly rule?: string;
  /** Tags of what it belongs to. */
  readonly tags: Readonly<Record<string, string>>;
}

/** A queue that a workload empties, and the dead-letter queue beside it. */
export class WorkQueue extends pulumi.ComponentResource {
  /** Queue that is emptied. */
  public readonly queue: GuardedQueue;
  /** Queue of what could not be handled. */
  public readonly deadLetters: GuardedQueue;
  /** Time a message stays hidden while it is handled, in seconds. */
  public readonly visibilitySeconds: number;

  public constructor(name: string, args: WorkQueueArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:WorkQueue", name, {}, opts);
    const { scope, word, key, tags, rule } = args;

    this.visibilitySeconds = visibilitySeconds(args.handlerTimeoutSeconds);
    this.queue = new GuardedQueue(
      name,
      {
        scope,
        queueName: queueName(scope, word),
        key,
        retentionSeconds: queueNumbers.retentionSeconds,
        visibilitySeconds: this.visibilitySeconds,
        ...(rule === undefined ? {} : { admits: [rule] }),
        tags,
      },
      { parent: this },
    );
    this.deadLetters = new GuardedQueue(
      `${name}_dead`,
      {
        scope,
        queueName: deadLetterName(scope, word),
        key,
        retentionSeconds: queueNumbers.deadLetterRetentionSeconds,
        deadLettersOf: [queueArn(scope, queueName(scope, word))],
        tags,
      },
      { parent: this },
    );
    this.redrive(name, args.maximumReceives);
    this.registerOutputs({ queue: this.queue.arn, deadLetters: this.deadLetters.arn });
  }

  private redrive(name: string, maximumReceives: number): void {
    const redrivePolicy = this.deadLetters.arn.apply((deadLetterTargetArn) =>
      JSON.stringify({ deadLetterTargetArn, maxReceiveCount: maximumReceives }),
    );
    new aws.sqs.RedrivePolicy(name, { queueUrl: this.queue.url, redrivePolicy }, { parent: this });
  }
}
