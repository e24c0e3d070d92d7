import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { arn } from "./arn";
import { physicalName } from "./names";
import { policyDocument } from "./policy-document";
import { keyAdministration, thisKey } from "./key-administration";
import type { PolicyStatement } from "./policy-statement";
import { partitionOf } from "./region";
import type { Scope } from "./scope";

/** What an {@link AlertTopic} is made of. */
export interface AlertTopicArgs {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** What the topic tells of, as the first words of a message say it. */
  readonly displayName: string;
  /** Principals of the AWS services that tell: `cloudwatch.amazonaws.com`. */
  readonly publishers: readonly string[];
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
    const topicName = physicalName("topic", args.scope, name);
    const topicArn = arn({
      partition: partitionOf(region),
      service: "sns",
      region,
      accountId: args.scope.accountId,
      resource: topicName,
    });

    const key = this.key(name, args);
    const topic = new aws.sns.Topic(
      name,
      {
        region,
        name: topicName,
        displayName: args.displayName,
        kmsMasterKeyId: key.arn,
        signatureVersion: 2,
        tags: { Name: topicName },
      },
      { parent: this },
    );
    new aws.sns.TopicPolicy(
      name,
      { region, arn: topic.arn, policy: policyDocument(topicStatements(args, topicArn)) },
      { parent: this },
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
        policy: policyDocument(keyStatements(args)),
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

function topicStatements(
  { scope, publishers }: AlertTopicArgs,
  topicArn: string,
): readonly PolicyStatement[] {
  return [
    {
      sid: "ServicesTell",
      principals: { Service: [...publishers] },
      actions: ["sns:Publish"],
      resources: [topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": scope.accountId } },
    },
    {
      sid: "NeverInPlainText",
      effect: "Deny",
      principals: { AWS: ["*"] },
      actions: ["sns:Publish"],
      resources: [topicArn],
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}

function keyStatements({ scope, publishers }: AlertTopicArgs): readonly PolicyStatement[] {
  return [
    keyAdministration(scope),
    {
      sid: "ServicesTell",
      principals: { Service: [...publishers] },
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      resources: ["*"],
      wildcards: { resources: thisKey },
      conditions: { StringEquals: { "aws:SourceAccount": scope.accountId } },
    },
  ];
}
