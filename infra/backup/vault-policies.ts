import { roleArn } from "../core/arn";
import { topicsPutAsideEncrypted } from "../core/dead-letter-queue";
import { keyAdministration, thisKey } from "../core/key-administration";
import type { PolicyStatement } from "../core/policy-statement";
import type { Scope } from "../core/scope";
import { publishersEncrypt, type TopicPublisher } from "../core/topic-publishers";

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

/** Services that tell on a Region's topic; EventBridge puts aside what it could not tell, too. */
export const eventPublishers: readonly TopicPublisher[] = ["events", "backup", "cloudwatch"];

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
    ...publishersEncrypt(scope, eventPublishers),
    topicsPutAsideEncrypted(scope),
  ];
}
