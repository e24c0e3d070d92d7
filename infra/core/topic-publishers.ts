import { accountRootArn, arn, servicePrincipal } from "./arn";
import { thisKey } from "./key-administration";
import type { PolicyStatement } from "./policy-statement";
import { partitionOf } from "./region";
import type { Scope } from "./scope";
import { refusedWithoutTls } from "./tls-alone";

/** A service that tells something on topics, and in whose name. */
interface Publisher {
  /** Beginning of its statements' sids. */
  readonly sid: string;
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
 * Services that publish on topics, as their principals name them.
 *
 * Sources, 2026-11: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html (which services, and that conditions are
 * not supported for EventBridge), https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html and
 * ad-SNS.html, https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
const publishers = {
  cloudwatch: { sid: "AlarmsNotify", source: regional("cloudwatch", "alarm:*") },
  events: {
    sid: "EventsNotify",
    unconditional:
      "EventBridge names neither account nor rule to an encrypted topic, and delivers to its own account only",
  },
  backup: { sid: "BackupsNotify" },
  budgets: { sid: "BudgetsNotify", source: { namespace: "budgets", resource: "*", regional: false } },
  costalerts: { sid: "CostAnomaliesNotify" },
  "events.rds": { sid: "DatabasesNotify", source: regional("rds", "*") },
} as const satisfies Readonly<Record<string, Publisher>>;

/** A service that tells something on topics, as its principal names it. */
export type TopicPublisher = keyof typeof publishers;

/** Every service that may tell something on topics. */
export const topicPublishers = Object.keys(publishers) as readonly TopicPublisher[];

/** Statements of a topic: the services named may publish, the account's principals may use it, and nobody without TLS. */
export function topicStatements(
  scope: Scope,
  topicArn: string,
  services: readonly TopicPublisher[],
): readonly PolicyStatement[] {
  const resources = [topicArn];
  return [
    {
      sid: "AccountUsesTopic",
      principals: { AWS: [accountRootArn(partitionOf(scope.region), scope.accountId)] },
      actions: ["sns:Subscribe", "sns:Publish", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic"],
      resources,
    },
    ...services.map((service) => ({
      ...admission(scope, service),
      sid: publishers[service].sid,
      actions: ["sns:Publish"],
      resources,
    })),
    refusedWithoutTls(["sns:Publish"], resources),
  ];
}

/** Statements of a topic's key: the services that publish on the topic may use it. */
export function publishersEncrypt(
  scope: Scope,
  services: readonly TopicPublisher[],
): readonly PolicyStatement[] {
  return services.map((service) => ({
    ...admission(scope, service),
    sid: `${publishers[service].sid}Encrypted`,
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resources: ["*"],
    wildcards: { resources: thisKey },
  }));
}

type Admission = Pick<PolicyStatement, "principals" | "conditions">;

function admission({ region, accountId }: Scope, service: TopicPublisher): Admission {
  const { source, unconditional }: Publisher = publishers[service];
  const principals = { Service: [servicePrincipal(service, region)] };
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
