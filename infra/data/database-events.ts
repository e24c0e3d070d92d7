import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { encryptedTopic } from "../core/encrypted-topic";
import type { EncryptionKey } from "../core/encryption-key";
import { physicalName } from "../core/names";
import type { Scope } from "../core/scope";
import type { DatabaseCluster } from "./database-cluster";
import type { DatabaseInstance } from "./database-instance";

/** Arguments of {@link DatabaseEvents}. */
export interface DatabaseEventsArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Key that encrypts the topic: the platform's. */
  readonly key: EncryptionKey;
  /** Clusters that events are told of. */
  readonly clusters: readonly DatabaseCluster[];
  /** Instances that events are told of. */
  readonly instances: readonly DatabaseInstance[];
}

/** What is told of each kind of source. */
const categories = {
  "db-cluster": ["configuration change", "failover", "failure", "maintenance", "notification"],
  "db-instance": [
    "availability",
    "configuration change",
    "deletion",
    "failover",
    "failure",
    "low storage",
    "maintenance",
    "recovery",
  ],
} as const;

/** A topic on which RDS tells what happens to the environment's databases, and to no others of the account. */
export class DatabaseEvents extends pulumi.ComponentResource {
  /** ARN of the topic, for whoever wants to hear. */
  public readonly topicArn: pulumi.Output<string>;
  /** What the topic says about itself. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: DatabaseEventsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:data:DatabaseEvents", name, {}, opts);
    const clusterIds = args.clusters.map(({ identifier }) => identifier);
    const instanceIds = [
      ...args.clusters.map(({ writerIdentifier }) => writerIdentifier),
      ...args.instances.map(({ identifier }) => identifier),
    ];

    const { topic } = encryptedTopic(
      name,
      {
        scope: args.scope,
        topicName: physicalName("topic", args.scope, name),
        displayName: `Database events of ${args.scope.environment}`,
        kmsMasterKeyId: args.key.id,
        publishers: ["events.rds"],
      },
      this,
    );
    const sources = { "db-cluster": clusterIds, "db-instance": instanceIds } as const;
    const subscribed = (["db-cluster", "db-instance"] as const).filter((kind) => sources[kind].length > 0);
    for (const kind of subscribed) this.subscribe(`${name}-${kind}`, kind, sources[kind], { topic, ...args });

    this.topicArn = topic.arn;
    // event subscriptions per Region, code by `aws service-quotas list-service-quotas --service-code rds`
    this.declarations = [
      { family: "quotaUse", serviceCode: "rds", quotaCode: "L-A59F4C87", count: subscribed.length },
      {
        family: "answers",
        practices: ["REL06-BP03", "OPS08-BP04"],
        by: name,
        how: "RDS tells failovers, failures, low storage and maintenance of each database on an encrypted topic.",
      },
    ];
    this.registerOutputs({ topicArn: this.topicArn });
  }

  private subscribe(
    name: string,
    kind: keyof typeof categories,
    sourceIds: readonly string[],
    { scope, topic, clusters, instances }: DatabaseEventsArgs & { readonly topic: aws.sns.Topic },
  ): void {
    const subscriptionName = physicalName("db-event-subscription", scope, name);
    new aws.rds.EventSubscription(
      name,
      {
        name: subscriptionName,
        snsTopic: topic.arn,
        sourceType: kind,
        sourceIds: [...sourceIds],
        eventCategories: [...categories[kind]],
        tags: { Name: subscriptionName },
      },
      // RDS refuses to subscribe to what is not there yet.
      { parent: this, dependsOn: [...clusters, ...instances] },
    );
  }
}
