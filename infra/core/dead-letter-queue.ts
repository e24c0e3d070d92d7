import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { regionalArn, servicePrincipal } from "./arn";
import { thisKey } from "./key-administration";
import { policyDocument } from "./policy-document";
import type { PolicyStatement } from "./policy-statement";
import type { Scope } from "./scope";
import { refusedWithoutTls } from "./tls-alone";

/** What {@link deadLetterQueue} makes a queue from. */
export interface DeadLetterQueue {
  /** Environment, account and Region. A queue takes what was not delivered from its own Region alone. */
  readonly scope: Scope;
  /** Physical name. */
  readonly queueName: string;
  /** Key that encrypts what waits, by ARN or id; its policy admits EventBridge and, where topics send, SNS (`topicsPutAsideEncrypted`). */
  readonly kmsMasterKeyId: pulumi.Input<string>;
}

/** A queue for dead letters, and the policy without which nothing gets into it. */
export interface MadeDeadLetterQueue {
  readonly queue: aws.sqs.Queue;
  readonly policy: aws.sqs.QueuePolicy;
}

/** Longest time that a queue keeps a message, in seconds: that is how long somebody has to find out why it was not delivered. */
const longestRetentionSeconds = 14 * 24 * 3_600;

/** An encrypted queue for what topics and rules of the environment could not deliver. No other queue puts anything aside there. */
export function deadLetterQueue(
  name: string,
  { scope, queueName, kmsMasterKeyId }: DeadLetterQueue,
  parent: pulumi.Resource,
): MadeDeadLetterQueue {
  const { region } = scope;
  const queue = new aws.sqs.Queue(
    name,
    {
      region,
      name: queueName,
      kmsMasterKeyId,
      kmsDataKeyReusePeriodSeconds: 3_600,
      messageRetentionSeconds: longestRetentionSeconds,
      receiveWaitTimeSeconds: 20,
      redriveAllowPolicy: JSON.stringify({ redrivePermission: "denyAll" }),
      tags: { Name: queueName },
    },
    { parent },
  );
  const statements = deadLetterStatements(scope, regionalArn(scope, "sqs", queueName));
  const policy = new aws.sqs.QueuePolicy(
    name,
    { region, queueUrl: queue.url, policy: policyDocument(statements) },
    { parent },
  );
  return { queue, policy };
}

/** Statements of a queue for dead letters: topics and rules of the environment put aside, by TLS alone. */
export function deadLetterStatements(scope: Scope, queueArn: string): readonly PolicyStatement[] {
  const { environment, region } = scope;
  const resources = [queueArn];
  const putAside = (sid: string, service: string, resource: string): PolicyStatement => ({
    sid,
    principals: { Service: [servicePrincipal(service, region)] },
    actions: ["sqs:SendMessage"],
    resources,
    // The ARN names the account.
    conditions: { ArnLike: { "aws:SourceArn": regionalArn(scope, service, resource) } },
  });
  return [
    putAside("TopicsPutAside", "sns", `${environment}-*`),
    putAside("RulesPutAside", "events", `rule/${environment}-*`),
    refusedWithoutTls(["sqs:*"], resources),
  ];
}

/** Statement of the key of a queue for dead letters: the account's topics may put aside what they could not deliver. */
export function topicsPutAsideEncrypted({ accountId, region }: Scope): PolicyStatement {
  return {
    sid: "TopicsPutAsideEncrypted",
    principals: { Service: [servicePrincipal("sns", region)] },
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resources: ["*"],
    conditions: { StringEquals: { "aws:SourceAccount": accountId } },
    wildcards: { resources: thisKey },
  };
}
