import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountRootArn } from "../core/arn";
import type { EncryptionKey } from "../core/encryption-key";
import type { LogRetentionDays } from "../core/log-retention";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { BusLog } from "./bus-log";
import { GuardedQueue } from "./guarded-queue";
import { busArn, defaultBusRuleArn, queueName, ruleArn } from "./integration-names";
import { queueNumbers } from "./queue-numbers";

/** Arguments of {@link EventBus}. */
export interface EventBusArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Key that encrypts the bus, its archive, its dead letters and its log. */
  readonly key: EncryptionKey;
  /** Days that the archive keeps events for a replay. */
  readonly archiveDays: number;
  /** Days that its log is kept. */
  readonly logRetentionDays: LogRetentionDays;
  /** Lets AWS's log delivery write; the log depends on it. */
  readonly logDelivery: pulumi.Resource;
}

/**
 * The bus over which everything in an environment talks, the archive of what was said, and the queue of what could not
 * be delivered.
 *
 * There is no schema discovery: it does not work on a bus with a key of its own, and contracts are written, not found.
 */
export class EventBus extends pulumi.ComponentResource {
  /** Physical name, known before it exists. */
  public readonly busName: string;
  /** ARN, known before it exists. */
  public readonly knownArn: string;
  /** Name, once it exists. */
  public readonly name: pulumi.Output<string>;
  /** ARN, once it exists. */
  public readonly arn: pulumi.Output<string>;
  /** Events that no queue and no workflow could be given: original events, with the rule's ARN and the error beside them. */
  public readonly undelivered: GuardedQueue;
  /** Name of its log group. */
  public readonly logGroupName: string;

  public constructor(name: string, args: EventBusArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:integration:EventBus", name, {}, opts);
    this.busName = physicalName("event-bus", args.scope, name);
    this.knownArn = busArn(args.scope, this.busName);
    this.undelivered = this.deadLetters(name, args);

    const bus = this.bus(name, args);
    this.limitToAccount(name, args.scope, bus);
    this.archive(name, args, bus);
    const log = new BusLog(
      `${name}-bus-log`,
      {
        scope: args.scope,
        busName: this.busName,
        busArn: bus.arn,
        key: args.key,
        retentionDays: args.logRetentionDays,
        logDelivery: args.logDelivery,
      },
      { parent: this },
    );

    this.name = bus.name;
    this.arn = bus.arn;
    this.logGroupName = log.groupName;
    this.registerOutputs({ name: this.name, arn: this.arn });
  }

  private bus(name: string, { key }: EventBusArgs): aws.cloudwatch.EventBus {
    return new aws.cloudwatch.EventBus(
      name,
      {
        name: this.busName,
        description: "Events of the business, by contract",
        kmsKeyIdentifier: key.arn,
        deadLetterConfig: { arn: this.undelivered.arn },
        // What failed, without the events themselves: they hold personal data, and the archive holds them anyway.
        logConfig: { level: "ERROR", includeDetail: "NONE" },
        tags: { Name: this.busName },
      },
      { parent: this, dependsOn: [this.undelivered.policy] },
    );
  }

  private deadLetters(name: string, { scope, key }: EventBusArgs): GuardedQueue {
    return new GuardedQueue(
      `${name}-undelivered`,
      {
        scope,
        queueName: queueName(scope, "undelivered"),
        key,
        retentionSeconds: queueNumbers.deadLetterRetentionSeconds,
        admits: [
          this.knownArn,
          ruleArn(scope, this.busName, "*"),
          defaultBusRuleArn(scope, `${scope.environment}-lever_*`),
        ],
        tags: {},
      },
      { parent: this },
    );
  }

  /** Naming the account adds no right to anybody in it, who needs one by a role; and nobody outside has any. */
  private limitToAccount(name: string, { region, accountId }: Scope, bus: aws.cloudwatch.EventBus): void {
    const policy = policyDocument([
      {
        sid: "AccountPublishes",
        principals: { AWS: [accountRootArn(partitionOf(region), accountId)] },
        actions: ["events:PutEvents"],
        resources: [this.knownArn],
      },
    ]);
    new aws.cloudwatch.EventBusPolicy(name, { eventBusName: bus.name, policy }, { parent: this });
  }

  private archive(name: string, args: EventBusArgs, bus: aws.cloudwatch.EventBus): void {
    new aws.cloudwatch.EventArchive(
      name,
      {
        name: physicalName("event-archive", args.scope, name),
        description: "Every event, for a replay",
        eventSourceArn: bus.arn,
        retentionDays: args.archiveDays,
        kmsKeyIdentifier: args.key.arn,
      },
      { parent: this },
    );
  }
}
