import { accountRootArn, arn } from "../core/arn";
import { keyAdministration, thisKey } from "../core/key-administration";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";

/** Statements of the key of what people are told. EventBridge names neither account nor rule to an encrypted topic. */
export function alertKeyStatements(scope: Scope): readonly PolicyStatement[] {
  return [
    keyAdministration(scope),
    {
      sid: "EventsNotify",
      principals: { Service: ["events.amazonaws.com"] },
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      resources: ["*"],
      wildcards: { resources: thisKey },
    },
    {
      sid: "AlarmsNotify",
      principals: { Service: ["cloudwatch.amazonaws.com"] },
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      resources: ["*"],
      wildcards: { resources: thisKey },
      conditions: { StringEquals: { "aws:SourceAccount": scope.accountId } },
    },
  ];
}

/** Statements of the topic: EventBridge and the account's alarms may publish, nobody without TLS. */
export function alertTopicStatements<Text>(
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
    {
      sid: "EventsNotify",
      principals: { Service: ["events.amazonaws.com"] },
      actions: ["sns:Publish"],
      resources,
    },
    {
      sid: "AlarmsNotify",
      principals: { Service: ["cloudwatch.amazonaws.com"] },
      actions: ["sns:Publish"],
      resources,
      conditions: { StringEquals: { "aws:SourceAccount": scope.accountId } },
    },
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

/** The account's own bus in its stack's Region, where events of all Regions come together. */
export function homeBusArn({ region, accountId }: Scope): string {
  return arn({
    partition: partitionOf(region),
    service: "events",
    region,
    accountId,
    resource: "event-bus/default",
  });
}

/** What EventBridge needs to make OpsItems. */
export function opsItemRights({ region, accountId }: Scope): readonly PolicyStatement[] {
  const partition = partitionOf(region);
  const resources = [arn({ partition, service: "ssm", region, accountId, resource: "opsitem/*" })];
  return [{ sid: "MakeOpsItems", actions: ["ssm:CreateOpsItem", "ssm:AddTagsToResource"], resources }];
}
