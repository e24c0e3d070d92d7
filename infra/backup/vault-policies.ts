import { accountRootArn, roleArn, servicePrincipal } from "../core/arn";
import { keyAdministration, thisKey } from "../core/key-administration";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import { regionalArn } from "./backup-names";

/** Who guards what is kept. */
export interface Guard {
  /** Environment, account and Region. */
  readonly scope: Scope;
  /** Role that alone may delete. */
  readonly breakGlassRole: string;
  /** Whether anybody else is refused. */
  readonly protect: boolean;
}

const thisVault = ["*"];

/** Services that tell on a Region's topic, or put aside what its topic could not deliver, and what they do. */
const tellers = { backup: "BackupTells", cloudwatch: "AlarmsTell", sns: "TopicPutsAside" } as const;

/** What takes a recovery point away, or shortens its life. */
const deletions = [
  "backup:DeleteRecoveryPoint",
  "backup:DisassociateRecoveryPoint",
  "backup:DisassociateRecoveryPointFromParent",
  "backup:UpdateRecoveryPointLifecycle",
];

/**
 * Policy of a vault: nothing comes in from other accounts, and where it is protected, nobody deletes but the break-glass role.
 * Expiry goes on: it is AWS Backup's own, and asks no policy.
 */
export function vaultStatements({ scope, breakGlassRole, protect }: Guard): readonly PolicyStatement[] {
  const refusal = { effect: "Deny", principals: "*", resources: thisVault } as const;
  return [
    {
      ...refusal,
      sid: "OwnAccountAlone",
      actions: ["backup:CopyIntoBackupVault"],
      conditions: { StringNotEquals: { "aws:PrincipalAccount": scope.accountId } },
    },
    ...(protect
      ? [
          {
            ...refusal,
            sid: "BreakGlassAloneDeletes",
            actions: deletions,
            conditions: { ArnNotEquals: { "aws:PrincipalArn": roleArn(scope, breakGlassRole) } },
          },
        ]
      : []),
  ];
}

/**
 * Policy of the key that encrypts a Region's vaults. The account administers it and gives its principals rights by IAM, AWS
 * Backup's roles among them; but where it is protected nobody disables or deletes it, the account's administrators and every
 * workload included, save the break-glass role. What tells on topics and queues of the account uses it, too.
 *
 * Source for EventBridge: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html, as of 2026-11
 */
export function vaultKeyStatements({ scope, breakGlassRole, protect }: Guard): readonly PolicyStatement[] {
  const onKey = { resources: ["*"], wildcards: { resources: thisKey } };
  return [
    keyAdministration(scope),
    ...(protect
      ? [
          {
            ...onKey,
            effect: "Deny",
            sid: "BreakGlassAloneEndsKey",
            principals: "*",
            actions: ["kms:ScheduleKeyDeletion", "kms:DisableKey"],
            conditions: { ArnNotEquals: { "aws:PrincipalArn": roleArn(scope, breakGlassRole) } },
          } as const,
        ]
      : []),
    {
      ...onKey,
      // EventBridge names neither account nor rule to a key: with conditions every event would be lost in silence.
      sid: "EventsReachTopicsAndQueues",
      principals: { Service: [servicePrincipal("events", scope.region)] },
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    },
    ...Object.entries(tellers).map(([service, does]) => ({
      ...onKey,
      sid: `${does}Encrypted`,
      principals: { Service: [servicePrincipal(service, scope.region)] },
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      conditions: { StringEquals: { "aws:SourceAccount": scope.accountId } },
    })),
  ];
}

/** Policy of the topic on which a Region's backups tell what happens; each by TLS alone. */
export function topicStatements(scope: Scope, topicArn: string): readonly PolicyStatement[] {
  const resources = [topicArn];
  const ofAccount = { StringEquals: { "aws:SourceAccount": scope.accountId } };
  const publish = { actions: ["sns:Publish"], resources, conditions: ofAccount };
  return [
    {
      sid: "AccountUsesTopic",
      principals: { AWS: [accountRootArn(partitionOf(scope.region), scope.accountId)] },
      actions: ["sns:Subscribe", "sns:Publish", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic"],
      resources,
    },
    ...["backup", "cloudwatch"].map((service) => ({
      ...publish,
      sid: service === "backup" ? "BackupTellsJobs" : "AlarmsTell",
      principals: { Service: [servicePrincipal(service, scope.region)] },
    })),
    {
      actions: publish.actions,
      resources,
      // EventBridge names neither account nor rule to a topic that is encrypted.
      sid: "EventBridgeTellsEvents",
      principals: { Service: [servicePrincipal("events", scope.region)] },
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

/** Policy of the queue that holds what could not be told: rules and topics of this account send, by TLS alone. */
export function deadLetterStatements(scope: Scope, queueArn: string): readonly PolicyStatement[] {
  return [
    {
      sid: "RefuseWithoutTls",
      effect: "Deny",
      principals: "*",
      actions: ["sqs:*"],
      resources: [queueArn],
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
    {
      sid: "TopicPutsAside",
      principals: { Service: [servicePrincipal("sns", scope.region)] },
      actions: ["sqs:SendMessage"],
      resources: [queueArn],
      conditions: {
        StringEquals: { "aws:SourceAccount": scope.accountId },
        ArnLike: { "aws:SourceArn": regionalArn(scope, "sns", `${scope.environment}-*`) },
      },
    },
    {
      sid: "EventBridgeSends",
      principals: { Service: [servicePrincipal("events", scope.region)] },
      actions: ["sqs:SendMessage"],
      resources: [queueArn],
      conditions: {
        StringEquals: { "aws:SourceAccount": scope.accountId },
        ArnLike: { "aws:SourceArn": regionalArn(scope, "events", `rule/${scope.environment}-*`) },
      },
    },
  ];
}
