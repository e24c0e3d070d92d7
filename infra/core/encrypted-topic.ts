import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "./arn";
import { policyDocument } from "./policy-document";
import type { Scope } from "./scope";
import { type TopicPublisher, topicStatements } from "./topic-publishers";

/** What {@link encryptedTopic} makes a topic from. */
export interface EncryptedTopic {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Physical name. */
  readonly topicName: string;
  /** What the topic tells of, as the first words of a message say it. */
  readonly displayName: string;
  /** Key that encrypts what is told, by ARN or id; its policy admits those who publish (`publishersEncrypt`). */
  readonly kmsMasterKeyId: pulumi.Input<string>;
  /** Services that tell something on it. */
  readonly publishers: readonly TopicPublisher[];
}

/** A topic, and the policy without which nobody gets through to it. */
export interface MadeTopic {
  readonly topic: aws.sns.Topic;
  readonly policy: aws.sns.TopicPolicy;
}

/** An encrypted topic on which the services named may tell something, and nobody in plain text. */
export function encryptedTopic(name: string, spec: EncryptedTopic, parent: pulumi.Resource): MadeTopic {
  const { scope, topicName, displayName, kmsMasterKeyId, publishers } = spec;
  const { region } = scope;
  const topic = new aws.sns.Topic(
    name,
    { region, name: topicName, displayName, kmsMasterKeyId, signatureVersion: 2, tags: { Name: topicName } },
    { parent },
  );
  const statements = topicStatements(scope, regionalArn(scope, "sns", topicName), publishers);
  const policy = new aws.sns.TopicPolicy(
    name,
    { region, arn: topic.arn, policy: policyDocument(statements) },
    { parent },
  );
  return { topic, policy };
}
