import type { AccountAlert } from "../core/account-alert";

function calls(
  service: string,
  names: readonly string[],
  detail: Readonly<Record<string, unknown>> = {},
): AccountAlert["pattern"] {
  return {
    source: [`aws.${service}`],
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: { eventName: names, ...detail },
  };
}

const tampering: readonly AccountAlert[] = [
  {
    word: "trail-changed",
    meaning: "Somebody has stopped, changed or deleted the record of what is done in the account",
    opsItem: true,
    pattern: calls("cloudtrail", ["DeleteTrail", "PutEventSelectors", "StopLogging", "UpdateTrail"]),
  },
  {
    word: "recorder-stopped",
    meaning: "Somebody has stopped the record of how things are configured",
    opsItem: true,
    pattern: calls("config", [
      "DeleteConfigurationRecorder",
      "DeleteDeliveryChannel",
      "StopConfigurationRecorder",
    ]),
  },
  {
    word: "detection-off",
    meaning: "Somebody has switched the detection of threats off",
    opsItem: true,
    pattern: {
      source: ["aws.guardduty", "aws.securityhub", "aws.macie2", "aws.inspector2"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        eventName: ["DeleteDetector", "UpdateDetector", "DisableSecurityHub", "DisableMacie", "Disable"],
      },
    },
  },
  {
    word: "key-going",
    meaning: "Somebody has disabled a key or scheduled its deletion; it can still be called off",
    opsItem: true,
    pattern: calls("kms", ["DisableKey", "ScheduleKeyDeletion"]),
  },
  {
    word: "alarms-muted",
    meaning: "Somebody has switched alarms off, or deleted them",
    opsItem: false,
    pattern: calls("monitoring", ["DeleteAlarms", "DisableAlarmActions"]),
  },
  {
    word: "lock-removed",
    meaning: "Somebody has loosened the lock on backups or on logs",
    opsItem: true,
    pattern: {
      source: ["aws.backup", "aws.s3"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventName: ["DeleteBackupVaultLockConfiguration", "PutBucketObjectLockConfiguration"] },
    },
  },
  {
    word: "block-removed",
    meaning:
      "Somebody has changed what the account refuses: public buckets, snapshots, images, unencrypted volumes",
    opsItem: true,
    pattern: {
      source: ["aws.s3", "aws.ec2"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        eventName: [
          "DeleteAccountPublicAccessBlock",
          "PutAccountPublicAccessBlock",
          "DisableEbsEncryptionByDefault",
          "DisableImageBlockPublicAccess",
          "DisableSnapshotBlockPublicAccess",
          "EnableSerialConsoleAccess",
        ],
      },
    },
  },
];

const findings: readonly AccountAlert[] = [
  {
    // Macie leaves what it finds in objects out of what it sends to Security Hub, unless that is switched on by hand.
    word: "sensitive-data",
    meaning: "Macie has found data where it should not be, or a bucket that is open",
    opsItem: true,
    pattern: {
      source: ["aws.macie"],
      "detail-type": ["Macie Finding"],
      detail: { severity: { description: ["High"] } },
    },
  },
  {
    word: "threat",
    meaning: "GuardDuty has found a threat of high severity",
    opsItem: true,
    pattern: {
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { severity: [{ numeric: [">=", 7] }] },
    },
  },
  {
    word: "finding",
    meaning: "Security Hub has a new finding of high or critical severity",
    opsItem: true,
    pattern: {
      source: ["aws.securityhub"],
      "detail-type": ["Security Hub Findings - Imported"],
      detail: {
        findings: {
          RecordState: ["ACTIVE"],
          Severity: { Label: ["HIGH", "CRITICAL"] },
          Workflow: { Status: ["NEW"] },
        },
      },
    },
  },
];

/**
 * What people are told of the account. Sources, 2026-11: the event references of CloudTrail, GuardDuty, Security Hub and Health.
 *
 * @param breakGlassRoleArn role whose use is told
 */
export function accountAlerts(breakGlassRoleArn: string): readonly AccountAlert[] {
  return [
    {
      word: "glass-broken",
      meaning: "Somebody has taken the role for emergencies",
      opsItem: true,
      pattern: calls("sts", ["AssumeRole"], { requestParameters: { roleArn: [breakGlassRoleArn] } }),
    },
    {
      word: "root-user",
      meaning: "Somebody has signed in as the account's root user, or used it",
      opsItem: true,
      pattern: {
        "detail-type": ["AWS API Call via CloudTrail", "AWS Console Sign In via CloudTrail"],
        detail: { userIdentity: { type: ["Root"] } },
      },
    },
    {
      word: "exposed-key",
      meaning:
        "AWS has found an access key of the account where everybody can read it; run revoke-exposed-key",
      opsItem: true,
      pattern: {
        source: ["aws.health"],
        "detail-type": ["AWS Health Event"],
        detail: {
          eventTypeCode: ["AWS_RISK_CREDENTIALS_EXPOSED", "AWS_RISK_CREDENTIALS_EXPOSURE_SUSPECTED"],
        },
      },
    },
    ...tampering,
    ...findings,
  ];
}
