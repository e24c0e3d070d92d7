import type { Event } from "./pattern";

const region = "eu-west-1";
const account = "111122223333";

const api = (service: string, eventName: string, detail: Event = {}): Event => ({
  source: `aws.${service}`,
  "detail-type": "AWS API Call via CloudTrail",
  detail: { eventSource: `${service}.amazonaws.com`, eventName, ...detail },
});

const ecs = (detailType: string, kind: string, environment: string, detail: Event): Event => ({
  source: "aws.ecs",
  "detail-type": detailType,
  resources: [`arn:aws:ecs:${region}:${account}:${kind}/${environment}-compute/${environment}-orders`],
  detail,
});

const database = (category: string, environment: string): Event => ({
  source: "aws.rds",
  "detail-type": "RDS DB Instance Event",
  detail: { EventCategories: [category], SourceIdentifier: `${environment}-workshop` },
});

const plain = (source: string, detailType: string, detail: Event = {}): Event => ({
  source,
  "detail-type": detailType,
  detail,
});

/** Fields of samples that stand there for a person to read: the event is told whatever they say. All others decide. */
export const incidentalFields: Readonly<Record<string, readonly string[]>> = {
  "approval-wanted": ["detail.StepName", "detail.Status"],
  // Whatever is changed in it.
  "authority-in-danger": ["detail.requestParameters.status"],
  "certificate-not-renewed": ["detail.DaysToExpiry"],
  // Refused for whichever reason.
  "certificate-refused": ["detail.errorCode"],
  "deployment-failed": ["detail.eventType"],
  "experiment-stopped": [
    ...["detail.experiment-id", "detail.experiment-template-id"],
    ...["detail.new-state.reason", "detail.old-state.status", "detail.old-state.reason"],
  ],
  "exposed-key": ["detail.eventTypeCategory"],
  // Anything but a key that everybody can read.
  health: ["detail.eventTypeCode", "detail.service"],
  "instances-not-started": ["detail.StatusCode"],
  "root-user": ["source"],
  "service-troubled": ["detail.eventName"],
  "stale-credential": [
    ...["detail.resourceId", "detail.resourceType", "detail.oldEvaluationResult.complianceType"],
  ],
};
const authority = (environment: string): string =>
  environment === "dev" ? "arn:aws:acm-pca:1" : "arn:aws:acm-pca:2";

/** An event as AWS documents it, by what is told of it; in an environment's name where it is of one. */
export const eventSamples: Readonly<Record<string, (environment: string) => Event>> = {
  "experiment-stopped": () =>
    plain("aws.fis", "FIS Experiment State Change", {
      "experiment-id": "EXPaBCD1efg2HIJkL3",
      "experiment-template-id": "EXTa1b2c3de5f6g7h",
      "new-state": { status: "stopped", reason: "Experiment halted by stop condition." },
      "old-state": { status: "running", reason: "Experiment is running." },
    }),
  "stale-credential": () =>
    plain("aws.config", "Config Rules Compliance Change", {
      resourceId: "AIDACKCEVSQ6C2EXAMPLE",
      resourceType: "AWS::IAM::User",
      configRuleName: "account-access-keys-rotated",
      messageType: "ComplianceChangeNotification",
      newEvaluationResult: { complianceType: "NON_COMPLIANT" },
      oldEvaluationResult: { complianceType: "COMPLIANT" },
    }),
  "instances-not-started": (environment) =>
    plain("aws.autoscaling", "EC2 Instance Launch Unsuccessful", {
      AutoScalingGroupName: `${environment}-planning`,
      StatusCode: "Failed",
    }),
  "refresh-failed": (environment) =>
    plain("aws.autoscaling", "EC2 Auto Scaling Instance Refresh Failed", {
      AutoScalingGroupName: `${environment}-planning`,
    }),
  "service-troubled": (environment) =>
    ecs("ECS Service Action", "service", environment, {
      eventType: "WARN",
      eventName: "SERVICE_TASK_START_IMPAIRED",
    }),
  "deployment-failed": (environment) =>
    ecs("ECS Deployment State Change", "service", environment, {
      eventType: "ERROR",
      eventName: "SERVICE_DEPLOYMENT_FAILED",
    }),
  "task-ended": (environment) =>
    ecs("ECS Task State Change", "task", environment, {
      lastStatus: "STOPPED",
      stopCode: "EssentialContainerExited",
    }),
  "spot-taken": (environment) =>
    ecs("ECS Task State Change", "task", environment, {
      lastStatus: "STOPPED",
      stopCode: "SpotInterruption",
    }),
  "database-failover": (environment) => database("failover", environment),
  "database-failure": (environment) => database("failure", environment),
  "database-storage": (environment) => database("low storage", environment),
  "key-in-danger": (environment) =>
    api("kms", "ScheduleKeyDeletion", {
      resources: [
        { ARN: `arn:aws:kms:${region}:${account}:key/${environment === "dev" ? "key-1" : "key-9"}` },
      ],
    }),
  "alarms-silenced": (environment) => ({
    ...plain("aws.monitoring", "AWS API Call via CloudTrail"),
    detail: {
      eventSource: "monitoring.amazonaws.com",
      eventName: "DisableAlarmActions",
      requestParameters: { alarmNames: [`${environment}-service-orders-cpu`] },
    },
  }),
  "certificate-not-renewed": (environment) => ({
    ...plain("aws.acm", "ACM Certificate Approaching Expiration", { DaysToExpiry: 31 }),
    resources: [environment === "dev" ? "arn:aws:acm:1" : "arn:aws:acm:2"],
  }),
  "certificate-not-issued": (environment) => ({
    ...plain("aws.acm-pca", "ACM Private CA Certificate Issuance", { result: "failure" }),
    resources: [authority(environment), `${authority(environment)}/certificate/1`],
  }),
  "certificate-refused": (environment) =>
    api("acm-pca", "IssueCertificate", {
      errorCode: "InvalidStateException",
      requestParameters: { certificateAuthorityArn: authority(environment) },
    }),
  "authority-in-danger": (environment) =>
    api("acm-pca", "UpdateCertificateAuthority", {
      requestParameters: { certificateAuthorityArn: authority(environment), status: "DISABLED" },
    }),
  "backup-failed": (environment) =>
    plain("aws.backup", "Backup Job State Change", {
      state: "FAILED",
      backupVaultName: `${environment}-critical`,
    }),
  "vault-weakened": (environment) =>
    api("backup", "DeleteBackupVaultLockConfiguration", {
      requestParameters: { backupVaultName: `${environment}-critical` },
    }),
  "copy-failed": (environment) =>
    plain("aws.backup", "Copy Job State Change", {
      state: "FAILED",
      sourceBackupVaultArn: `arn:aws:backup:${region}:${account}:backup-vault:${environment}-critical`,
    }),
  "backups-ended": () => api("backup", "DeleteBackupSelection"),
  "approval-wanted": (environment) =>
    plain("aws.ssm", "EC2 Automation Step Status-change Notification", {
      ...{ Definition: `${environment}-replace-instance`, Action: "aws:approve", StepName: "approve" },
      Status: "Waiting",
    }),
  "restore-failed": () => plain("aws.backup", "Restore Job State Change", { status: "FAILED" }),
  health: () =>
    plain("aws.health", "AWS Health Event", {
      ...{ eventTypeCategory: "issue", eventTypeCode: "AWS_IAM_OPERATIONAL_ISSUE", service: "IAM" },
    }),
  "exposed-key": () =>
    plain("aws.health", "AWS Health Event", {
      eventTypeCategory: "issue",
      eventTypeCode: "AWS_RISK_CREDENTIALS_EXPOSED",
    }),
  "zone-shifted": () => plain("aws.arc-zonal-shift", "Autoshift In Progress"),
  threat: () => plain("aws.guardduty", "GuardDuty Finding", { severity: 8.5 }),
  "critical-finding": () =>
    plain("aws.securityhub", "Security Hub Findings - Imported", {
      findings: [{ Severity: { Label: "CRITICAL" }, Workflow: { Status: "NEW" } }],
    }),
  vulnerability: () =>
    plain("aws.inspector2", "Inspector2 Finding", { severity: "CRITICAL", status: "ACTIVE" }),
  "sensitive-data": () => plain("aws.macie", "Macie Finding", { severity: { description: "High" } }),
  "runbook-failed": () =>
    plain("aws.ssm", "EC2 Automation Execution Status-change Notification", { Status: "Failed" }),
  "maintenance-failed": () =>
    plain("aws.ssm", "Maintenance Window Execution State-change Notification", { status: "TIMED_OUT" }),
  "not-compliant": () =>
    plain("aws.ssm", "Configuration Compliance State Change", {
      "compliance-status": "non_compliant",
      severity: "critical",
    }),
  "snapshot-failed": () => plain("aws.ec2", "EBS Snapshot Notification", { result: "failed" }),
  "rotation-failed": () =>
    plain("aws.secretsmanager", "AWS Service Event via CloudTrail", { eventName: "RotationFailed" }),
  "root-user": () =>
    plain("aws.signin", "AWS Console Sign In via CloudTrail", { userIdentity: { type: "Root" } }),
  "trail-stopped": () => api("cloudtrail", "StopLogging"),
  "recorder-stopped": () => api("config", "StopConfigurationRecorder"),
  "detection-off": () => api("guardduty", "DeleteDetector"),
  "limit-reached": () =>
    plain("aws.trustedadvisor", "Trusted Advisor Check Item Refresh Notification", { status: "ERROR" }),
  "cost-anomaly": () => plain("aws.ce", "Anomaly Detected"),
};
