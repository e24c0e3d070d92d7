import { accountRootArn, arn, servicePrincipal } from "../core/arn";
import { keyAdministration, thisKey } from "../core/key-administration";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";

/** A service that tells something on the topics, and in whose name. */
export interface Publisher {
  /** Beginning of its statements' sids. */
  readonly sid: string;
  /** Service, as its principal names it. */
  readonly service: string;
  /**
   * What it acts for: namespace and resource part of the ARN, and whether the ARN has a Region.
   *
   * @default - any resource of this account: the service does not say for which it acts
   */
  readonly source?: { readonly namespace: string; readonly resource: string; readonly regional: boolean };
  /**
   * Why neither account nor resource can be asked for.
   *
   * @default - the account is asked for
   */
  readonly unconditional?: string;
}

const regional = (namespace: string, resource: string): Publisher["source"] => ({
  namespace,
  resource,
  regional: true,
});

/**
 * Services that publish on the topics.
 *
 * Sources, 2026-11: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html (which services, and that conditions are
 * not supported for EventBridge), https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html and
 * ad-SNS.html, https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export const publishers: readonly Publisher[] = [
  { sid: "AlarmsNotify", service: "cloudwatch", source: regional("cloudwatch", "alarm:*") },
  {
    sid: "EventsNotify",
    service: "events",
    unconditional:
      "EventBridge names neither account nor rule to an encrypted topic, and delivers to its own account only",
  },
  { sid: "BackupsNotify", service: "backup" },
  {
    sid: "BudgetsNotify",
    service: "budgets",
    source: { namespace: "budgets", resource: "*", regional: false },
  },
  { sid: "CostAnomaliesNotify", service: "costalerts" },
  { sid: "DatabasesNotify", service: "events.rds", source: regional("rds", "*") },
];

/** Statements of the key that encrypts the topics: the account administers it, and each publisher may use it. */
export function topicKeyStatements(scope: Scope): readonly PolicyStatement[] {
  return [
    keyAdministration(scope),
    ...publishers.map((publisher) => ({
      ...admission(scope, publisher),
      sid: `${publisher.sid}Encrypted`,
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      resources: ["*"],
      wildcards: { resources: thisKey },
    })),
    {
      sid: "TopicsPutAsideEncrypted",
      principals: { Service: ["sns.amazonaws.com"] },
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      resources: ["*"],
      conditions: { StringEquals: { "aws:SourceAccount": scope.accountId } },
      wildcards: { resources: thisKey },
    },
    ...anomalyStatements(scope),
  ];
}

/**
 * CloudWatch Logs encrypts what it finds unusual, and says by the context of the encryption for which detector.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/LogsAnomalyDetection-KMS.html, 2026-11
 */
function anomalyStatements({ region, accountId }: Scope): readonly PolicyStatement[] {
  const partition = partitionOf(region);
  const detectors = arn({ partition, service: "logs", region, accountId, resource: "anomaly-detector:*" });
  return ["aws:logs:arn", "aws-crypto-ec:aws:logs:arn"].map((context, position) => ({
    sid: `AnomaliesEncrypted${position}`,
    principals: { Service: [servicePrincipal("logs", region)] },
    actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*"],
    resources: ["*"],
    conditions: { ArnLike: { [`kms:EncryptionContext:${context}`]: detectors } },
    wildcards: { resources: thisKey },
  }));
}

/** Statements of a topic: each publisher may publish, the account's principals may use it, and nobody without TLS. */
export function topicStatements<Text>(
  scope: Scope,
  topicArn: Text,
): readonly PolicyStatement<Text | string>[] {
  const resources = [topicArn];
  return [
    {
      sid: "AccountUsesTopic",
      principals: { AWS: [accountRootArn(partitionOf(scope.region), scope.accountId)] },
      actions: ["sns:Subscribe", "sns:Publish", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic"],
      resources,
    },
    ...publishers.map((publisher) => ({
      ...admission(scope, publisher),
      sid: publisher.sid,
      actions: ["sns:Publish"],
      resources,
    })),
    {
      sid: "TlsAlone",
      effect: "Deny",
      principals: "*",
      actions: ["sns:Publish"],
      resources,
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}

/** Statements of the queue of what could not be delivered: by the topics and the rules of this layer. */
export function undeliveredStatements<Text>(
  scope: Scope,
  queueArn: Text,
): readonly PolicyStatement<Text | string>[] {
  const { region, accountId } = scope;
  const partition = partitionOf(region);
  const own = (service: string, resource: string): string =>
    arn({ partition, service, region, accountId, resource });
  const resources = [queueArn];
  const allow = (sid: string, service: string, source: string): PolicyStatement<Text | string> => ({
    sid,
    principals: { Service: [service] },
    actions: ["sqs:SendMessage"],
    resources,
    conditions: { ArnLike: { "aws:SourceArn": source } },
  });
  return [
    allow("TopicsPutAside", "sns.amazonaws.com", own("sns", `${scope.environment}-*`)),
    allow("RulesPutAside", "events.amazonaws.com", own("events", `rule/${scope.environment}-*`)),
    {
      sid: "TlsAlone",
      effect: "Deny",
      principals: "*",
      actions: ["sqs:*"],
      resources,
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}

type Admission = Pick<PolicyStatement, "principals" | "conditions">;

function admission({ region, accountId }: Scope, { service, source, unconditional }: Publisher): Admission {
  const principals = { Service: [`${service}.amazonaws.com`] };
  if (unconditional !== undefined) return { principals };
  const account = { StringEquals: { "aws:SourceAccount": accountId } };
  if (source === undefined) return { principals, conditions: account };
  const sourceArn = arn({
    partition: partitionOf(region),
    service: source.namespace,
    ...(source.regional ? { region } : {}),
    accountId,
    resource: source.resource,
  });
  return { principals, conditions: { ...account, ArnLike: { "aws:SourceArn": sourceArn } } };
}
