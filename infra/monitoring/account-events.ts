import { credentialRuleNames } from "../core/credential-rules";
import { apiCall, type EventEntry } from "./event-entry";

const docs = "https://docs.aws.amazon.com";
const healthEvents = `${docs}/health/latest/ug/cloudwatch-events-health.html`;
const managerEvents = `${docs}/systems-manager/latest/userguide/reference-eventbridge-events.html`;

/** What AWS Health calls a key that everybody can read. */
const exposedKeys = ["AWS_RISK_CREDENTIALS_EXPOSED", "AWS_RISK_CREDENTIALS_EXPOSURE_SUSPECTED"];

const whole = { reach: "account" } as const;

/** What AWS tells of an account as a whole. */
export const accountEvents: readonly EventEntry[] = [
  {
    ...whole,
    word: "health",
    meaning: "AWS has trouble that concerns this account",
    urgency: "risk",
    runbook: "switch-region",
    // What has no Region, such as IAM, Route 53, CloudFront and billing, is told in us-east-1.
    global: true,
    source: healthEvents,
    pattern: () => ({
      source: ["aws.health"],
      "detail-type": ["AWS Health Event"],
      detail: { eventTypeCategory: ["issue"], eventTypeCode: [{ "anything-but": exposedKeys }] },
    }),
  },
  {
    ...whole,
    word: "exposed-key",
    meaning: "AWS has found an access key of the account where everybody can read it",
    urgency: "outage",
    runbook: "revoke-exposed-key",
    global: true,
    source: healthEvents,
    pattern: () => ({
      source: ["aws.health"],
      "detail-type": ["AWS Health Event"],
      detail: {
        eventTypeCode: exposedKeys,
      },
    }),
  },
  {
    ...whole,
    word: "stale-credential",
    meaning:
      "A credential of the account is old, unused or without a second factor, or a secret is not rotated",
    urgency: "risk",
    runbook: "review-credentials",
    source: `${docs}/config/latest/developerguide/monitor-config-with-cloudwatchevents.html`,
    pattern: () => ({
      source: ["aws.config"],
      "detail-type": ["Config Rules Compliance Change"],
      detail: {
        messageType: ["ComplianceChangeNotification"],
        configRuleName: credentialRuleNames,
        newEvaluationResult: { complianceType: ["NON_COMPLIANT"] },
      },
    }),
  },
  {
    ...whole,
    word: "zone-shifted",
    meaning: "AWS moves traffic away from a zone",
    urgency: "risk",
    runbook: "drain-zone",
    source: `${docs}/r53recovery/latest/dg/eventbridge-zonal-autoshift.html`,
    pattern: () => ({
      source: ["aws.arc-zonal-shift"],
      "detail-type": ["Autoshift In Progress", "Practice Run Failed", "Practice Run Interrupted"],
    }),
  },
  {
    ...whole,
    word: "threat",
    meaning: "GuardDuty has found a threat of high severity",
    urgency: "outage",
    runbook: "isolate-instance",
    source: `${docs}/guardduty/latest/ug/guardduty_findings_eventbridge.html`,
    pattern: () => ({
      source: ["aws.guardduty"],
      "detail-type": ["GuardDuty Finding"],
      detail: { severity: [{ numeric: [">=", 7] }] },
    }),
  },
  {
    ...whole,
    word: "critical-finding",
    meaning: "Security Hub has a new critical finding",
    urgency: "risk",
    runbook: "patch-now",
    source: `${docs}/securityhub/latest/userguide/securityhub-cwe-event-formats.html`,
    pattern: () => ({
      source: ["aws.securityhub"],
      "detail-type": ["Security Hub Findings - Imported"],
      detail: { findings: { Severity: { Label: ["CRITICAL"] }, Workflow: { Status: ["NEW"] } } },
    }),
  },
  {
    ...whole,
    word: "vulnerability",
    meaning: "Something that runs has a critical vulnerability",
    urgency: "risk",
    runbook: "patch-now",
    source: `${docs}/inspector/latest/user/eventbridge-integration.html`,
    pattern: () => ({
      source: ["aws.inspector2"],
      "detail-type": ["Inspector2 Finding"],
      detail: { severity: ["CRITICAL"], status: ["ACTIVE"] },
    }),
  },
  {
    ...whole,
    word: "sensitive-data",
    meaning: "Macie has found data where it should not be, or a bucket that is open",
    urgency: "risk",
    runbook: "break-glass",
    source: `${docs}/macie/latest/user/findings-publish-event-schemas.html`,
    pattern: () => ({
      source: ["aws.macie"],
      "detail-type": ["Macie Finding"],
      detail: { severity: { description: ["High"] } },
    }),
  },
  {
    ...whole,
    word: "runbook-failed",
    meaning: "A runbook did not end well",
    urgency: "risk",
    runbook: "break-glass",
    source: managerEvents,
    pattern: () => ({
      source: ["aws.ssm"],
      "detail-type": ["EC2 Automation Execution Status-change Notification"],
      detail: { Status: ["Failed", "TimedOut"] },
    }),
  },
  {
    ...whole,
    word: "maintenance-failed",
    meaning: "Instances were not patched or not configured as planned",
    urgency: "risk",
    runbook: "patch-now",
    source: managerEvents,
    pattern: () => ({
      source: ["aws.ssm"],
      "detail-type": [
        "EC2 Command Status-change Notification",
        "EC2 State Manager Association State Change",
        "Maintenance Window Execution State-change Notification",
      ],
      detail: { status: ["Failed", "FAILED", "TimedOut", "TIMED_OUT"] },
    }),
  },
  {
    ...whole,
    word: "not-compliant",
    meaning: "An instance lacks patches that are critical",
    urgency: "risk",
    runbook: "patch-now",
    source: managerEvents,
    pattern: () => ({
      source: ["aws.ssm"],
      "detail-type": ["Configuration Compliance State Change"],
      detail: { "compliance-status": ["non_compliant"], severity: ["critical"] },
    }),
  },
  {
    ...whole,
    word: "snapshot-failed",
    meaning: "A snapshot of a volume failed",
    urgency: "hint",
    runbook: "snapshot-now",
    source: `${docs}/ebs/latest/userguide/ebs-cloud-watch-events.html`,
    pattern: () => ({
      source: ["aws.ec2"],
      "detail-type": ["EBS Snapshot Notification", "EBS Multi-Volume Snapshots Completion Status"],
      detail: { result: ["failed"] },
    }),
  },
  {
    ...whole,
    word: "rotation-failed",
    meaning: "A secret could not be rotated",
    urgency: "risk",
    runbook: "rotate-database-credential",
    source: `${docs}/secretsmanager/latest/userguide/cloudtrail_log_entries.html`,
    pattern: () => ({
      source: ["aws.secretsmanager"],
      "detail-type": ["AWS Service Event via CloudTrail"],
      detail: { eventName: ["RotationFailed"] },
    }),
  },
  {
    ...whole,
    word: "root-user",
    meaning: "Somebody has signed in as the account's root user, or used it",
    urgency: "outage",
    runbook: "break-glass",
    global: true,
    source: `${docs}/IAM/latest/UserGuide/cloudtrail-integration.html`,
    pattern: () => ({
      "detail-type": ["AWS API Call via CloudTrail", "AWS Console Sign In via CloudTrail"],
      detail: { userIdentity: { type: ["Root"] } },
    }),
  },
  {
    ...whole,
    word: "trail-stopped",
    meaning: "Somebody has stopped, changed or deleted the record of what is done in the account",
    urgency: "outage",
    runbook: "break-glass",
    source: `${docs}/awscloudtrail/latest/userguide/logging-using-cloudtrail.html`,
    pattern: () => apiCall("cloudtrail", ["DeleteTrail", "PutEventSelectors", "StopLogging", "UpdateTrail"]),
  },
  {
    ...whole,
    word: "recorder-stopped",
    meaning: "Somebody has stopped the record of how things are configured",
    urgency: "risk",
    runbook: "break-glass",
    source: `${docs}/config/latest/developerguide/log-api-calls.html`,
    pattern: () =>
      apiCall("config", [
        "DeleteConfigurationRecorder",
        "DeleteDeliveryChannel",
        "StopConfigurationRecorder",
      ]),
  },
  {
    ...whole,
    word: "detection-off",
    meaning: "Somebody has switched the detection of threats off",
    urgency: "outage",
    runbook: "break-glass",
    source: `${docs}/guardduty/latest/ug/logging-using-cloudtrail.html`,
    pattern: () =>
      apiCall("guardduty", ["DeleteDetector", "DisassociateFromAdministratorAccount", "UpdateDetector"]),
  },
  {
    ...whole,
    word: "limit-reached",
    meaning: "A quota of the account is used up",
    urgency: "risk",
    runbook: "raise-quota",
    global: true,
    source: `${docs}/awssupport/latest/user/cloudwatch-events-ta.html`,
    pattern: () => ({
      source: ["aws.trustedadvisor"],
      "detail-type": ["Trusted Advisor Check Item Refresh Notification"],
      detail: { status: ["ERROR"] },
    }),
  },
  {
    ...whole,
    word: "cost-anomaly",
    meaning: "Something costs far more than usual",
    urgency: "hint",
    runbook: "review-monthly-cost",
    global: true,
    source: `${docs}/cost-management/latest/userguide/cad-eventbridge.html`,
    pattern: () => ({ source: ["aws.ce"], "detail-type": ["Anomaly Detected"] }),
  },
];
