import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { encryptedTopic } from "./encrypted-topic";
import { keyAdministration } from "./key-administration";
import { physicalName } from "./names";
import { policyDocument } from "./policy-document";
import type { Scope } from "./scope";
import { publishersEncrypt, type TopicPublisher } from "./topic-publishers";

/** What an {@link AlertTopic} is made of. */
export interface AlertTopicArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What the topic tells of, as the first words of a message say it. */
  readonly displayName: string;
  /** Services that tell. */
  readonly publishers: readonly TopicPublisher[];
  /** Addresses that every message goes to; each is asked by AWS whether it wants them. */
  readonly emails: readonly string[];
  /** Days in which the deletion of the topic's key can still be called off, 7 to 30. */
  readonly keyDeletionWindowDays: number;
}

/** A topic on which AWS's services tell people something, encrypted with a key of its own. */
export class AlertTopic extends pulumi.ComponentResource {
  /** ARN of the topic. */
  public readonly arn: pulumi.Output<string>;
  /** Id of the key that encrypts what is told. */
  public readonly keyId: pulumi.Output<string>;

  public constructor(name: string, args: AlertTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:core:AlertTopic", name, {}, opts);
    const { region } = args.scope;
    const key = this.key(name, args);
    const { topic } = encryptedTopic(
      name,
      {
        scope: args.scope,
        topicName: physicalName("topic", args.scope, name),
        displayName: args.displayName,
        kmsMasterKeyId: key.arn,
        publishers: args.publishers,
      },
      this,
    );
    for (const endpoint of args.emails) {
      new aws.sns.TopicSubscription(
        `${name}-${endpoint}`,
        { region, topic: topic.arn, protocol: "email", endpoint },
        { parent: this },
      );
    }

    this.arn = topic.arn;
    this.keyId = key.keyId;
    this.registerOutputs({ arn: this.arn, keyId: this.keyId });
  }

  private key(name: string, args: AlertTopicArgs): aws.kms.Key {
    const { region } = args.scope;
    const alias = physicalName("kms-alias", args.scope, name);
    const key = new aws.kms.Key(
      name,
      {
        region,
        description: `Encrypts what the topic ${name} tells`,
        policy: policyDocument([
          keyAdministration(args.scope),
          ...publishersEncrypt(args.scope, args.publishers),
        ]),
        enableKeyRotation: true,
        deletionWindowInDays: args.keyDeletionWindowDays,
        tags: { Name: alias },
      },
      { parent: this },
    );
    new aws.kms.Alias(name, { region, name: alias, targetKeyId: key.keyId }, { parent: this });
    return key;
  }
}
