import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { entryTags, type CatalogueEntry } from "../core/catalogue-entry";
import type { EncryptionKey } from "../core/encryption-key";
import type { Scope } from "../core/scope";
import { envelopeTransformer, eventPattern, eventType } from "./envelope";
import type { EventBus } from "./event-bus";
import type { ConsumerSpec, EventContract } from "./integration-args";
import { eventQueue, named, ruleArn } from "./integration-names";
import { queueNumbers } from "./queue-numbers";
import { ownTargetRetries } from "./rule-target";
import { WorkQueue } from "./work-queue";

/** Arguments of {@link Subscription}. */
export interface SubscriptionArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Bus that the event comes by. */
  readonly bus: EventBus;
  /** Name of the event. */
  readonly event: string;
  /** Contract of the event. */
  readonly contract: EventContract;
  /** Name of the service or fleet that gets it. */
  readonly consumer: string;
  /** What the catalogue says of that service or fleet. */
  readonly workload: CatalogueEntry;
  /** How it handles the event. */
  readonly spec: ConsumerSpec;
  /** Key of the domain that the event's data belongs to. */
  readonly key: EncryptionKey;
}

/** A consumer's share of an event: the rule that lets it through, and the queue of the consumer alone. */
export class Subscription extends pulumi.ComponentResource {
  /** Queue and dead-letter queue. */
  public readonly work: WorkQueue;
  /** Physical name of the rule, known before it exists. */
  public readonly ruleName: string;

  public constructor(name: string, args: SubscriptionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:Subscription", name, {}, opts);
    const { scope, bus, event, consumer, spec } = args;
    const word = eventQueue(event, consumer);
    this.ruleName = named("event-rule", scope, word);

    this.work = new WorkQueue(
      name,
      {
        scope,
        word,
        key: args.key,
        handlerTimeoutSeconds: spec.handlerTimeoutSeconds,
        maximumReceives: spec.maximumReceives ?? queueNumbers.maximumReceives,
        rule: ruleArn(scope, bus.busName, this.ruleName),
        tags: { ...entryTags(consumer, args.workload) },
      },
      { parent: this },
    );
    this.deliver(name, args);
    this.registerOutputs({ queue: this.work.queue.arn });
  }

  private deliver(name: string, { bus, event, contract, consumer, workload, spec }: SubscriptionArgs): void {
    const type = eventType(event, spec.version ?? contract.version);
    const wanted = { type, producer: contract.producer };
    const rule = new aws.cloudwatch.EventRule(
      name,
      {
        name: this.ruleName,
        eventBusName: bus.name,
        description: `${wanted.type} for ${consumer}`,
        eventPattern: eventPattern([wanted]),
        tags: { ...entryTags(consumer, workload), Name: this.ruleName },
      },
      { parent: this },
    );
    new aws.cloudwatch.EventTarget(
      name,
      {
        rule: rule.name,
        eventBusName: bus.name,
        targetId: "queue",
        arn: this.work.queue.arn,
        inputTransformer: envelopeTransformer(),
        retryPolicy: ownTargetRetries,
        deadLetterConfig: { arn: bus.undelivered.arn },
      },
      { parent: this, dependsOn: [this.work.queue.policy] },
    );
  }
}
