import { regionalArn } from "../core/arn";
import { apiCall, type EventEntry, type EventFacts, ofEnvironment, type PatternPart } from "./event-entry";

const docs = "https://docs.aws.amazon.com";
const ecsEvents = `${docs}/AmazonECS/latest/developerguide/ecs_cwe_events.html`;
const rdsEvents = `${docs}/AmazonRDS/latest/UserGuide/USER_Events.Messages.html`;
const scalingEvents = `${docs}/autoscaling/ec2/userguide/automating-ec2-auto-scaling-with-eventbridge.html`;

const own = { reach: "environment" } as const;

function ofGroups(detailTypes: readonly string[], { scope }: EventFacts): PatternPart {
  return {
    source: ["aws.autoscaling"],
    "detail-type": detailTypes,
    detail: { AutoScalingGroupName: ofEnvironment(scope) },
  };
}

function ofClusters(
  detailType: string,
  kind: "service" | "task",
  { scope, clusters }: EventFacts,
  detail: PatternPart,
): PatternPart {
  const before = regionalArn(scope, "ecs", `${kind}/`);
  return {
    source: ["aws.ecs"],
    "detail-type": [detailType],
    resources: clusters.map((cluster) => ({ prefix: `${before}${cluster}/` })),
    detail,
  };
}

function ofDatabases(categories: readonly string[], { scope }: EventFacts): PatternPart {
  return {
    source: ["aws.rds"],
    "detail-type": ["RDS DB Cluster Event", "RDS DB Instance Event"],
    detail: { EventCategories: categories, SourceIdentifier: ofEnvironment(scope) },
  };
}

/** What AWS tells of an environment's own things. */
export const environmentEvents: readonly EventEntry[] = [
  {
    ...own,
    word: "instances-not-started",
    meaning: "Auto Scaling cannot start or end an instance",
    urgency: "risk",
    runbook: "replace-instance",
    source: scalingEvents,
    pattern: (facts) =>
      ofGroups(["EC2 Instance Launch Unsuccessful", "EC2 Instance Terminate Unsuccessful"], facts),
  },
  {
    ...own,
    word: "refresh-failed",
    meaning: "New instances of a fleet were called off",
    urgency: "risk",
    runbook: "roll-back-service",
    source: scalingEvents,
    pattern: (facts) =>
      ofGroups(
        ["EC2 Auto Scaling Instance Refresh Failed", "EC2 Auto Scaling Instance Refresh Cancelled"],
        facts,
      ),
  },
  {
    ...own,
    word: "service-troubled",
    meaning: "ECS cannot place, start or connect tasks of a service",
    urgency: "risk",
    runbook: "restart-service",
    covers: ["cluster"],
    source: ecsEvents,
    pattern: (facts) => ofClusters("ECS Service Action", "service", facts, { eventType: ["WARN", "ERROR"] }),
  },
  {
    ...own,
    word: "deployment-failed",
    meaning: "A deployment of a service failed, and was rolled back",
    urgency: "risk",
    runbook: "roll-back-service",
    covers: ["cluster"],
    source: ecsEvents,
    pattern: (facts) =>
      ofClusters("ECS Deployment State Change", "service", facts, {
        eventName: ["SERVICE_DEPLOYMENT_FAILED"],
      }),
  },
  {
    ...own,
    word: "task-ended",
    meaning: "A task ended by itself, or could not start",
    urgency: "hint",
    runbook: "restart-service",
    covers: ["cluster"],
    source: ecsEvents,
    pattern: (facts) =>
      ofClusters("ECS Task State Change", "task", facts, {
        lastStatus: ["STOPPED"],
        stopCode: ["EssentialContainerExited", "TaskFailedToStart"],
      }),
  },
  {
    ...own,
    word: "spot-taken",
    meaning: "AWS took Spot capacity back from a task",
    urgency: "hint",
    runbook: "scale-out-service",
    source: ecsEvents,
    pattern: (facts) =>
      ofClusters("ECS Task State Change", "task", facts, {
        lastStatus: ["STOPPED"],
        stopCode: ["SpotInterruption"],
      }),
  },
  {
    ...own,
    word: "database-failover",
    meaning: "A database moved to another instance or zone",
    urgency: "risk",
    runbook: "fail-over-database",
    source: rdsEvents,
    pattern: (facts) => ofDatabases(["failover"], facts),
  },
  {
    ...own,
    word: "database-failure",
    meaning: "A database failed, or cannot be recovered as it is",
    urgency: "outage",
    runbook: "restore-database",
    source: rdsEvents,
    pattern: (facts) => ofDatabases(["failure"], facts),
  },
  {
    ...own,
    word: "database-storage",
    meaning: "A database has hardly any storage left, and cannot get more by itself",
    urgency: "outage",
    runbook: "extend-storage",
    source: rdsEvents,
    pattern: (facts) => ofDatabases(["low storage"], facts),
  },
  {
    ...own,
    word: "key-in-danger",
    meaning: "Somebody has disabled a key, or scheduled its deletion; with it goes all that it encrypts",
    urgency: "outage",
    runbook: "break-glass",
    covers: ["key"],
    source: `${docs}/kms/latest/developerguide/logging-using-cloudtrail.html`,
    pattern: ({ keyIds }) =>
      apiCall("kms", ["DisableKey", "ScheduleKeyDeletion"], {
        resources: { ARN: keyIds.map((id) => ({ suffix: id })) },
      }),
  },
  {
    ...own,
    word: "alarms-silenced",
    meaning: "Somebody has switched alarms off, or deleted them",
    urgency: "risk",
    runbook: "break-glass",
    source: `${docs}/AmazonCloudWatch/latest/monitoring/logging_cw_api_calls.html`,
    pattern: ({ scope }) => ({
      source: ["aws.monitoring"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: {
        eventSource: ["monitoring.amazonaws.com"],
        eventName: ["DeleteAlarms", "DisableAlarmActions"],
        requestParameters: { alarmNames: ofEnvironment(scope) },
      },
    }),
  },
  {
    ...own,
    word: "approval-wanted",
    meaning:
      "A runbook waits for a second person's consent, for an hour: answer it in Systems Manager, Automation",
    urgency: "outage",
    runbook: "break-glass",
    source: `${docs}/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html`,
    // What a step that has been answered is called; whatever else it is called, it waits.
    pattern: ({ scope }) => ({
      source: ["aws.ssm"],
      "detail-type": ["EC2 Automation Step Status-change Notification"],
      detail: {
        Action: ["aws:approve"],
        Definition: ofEnvironment(scope),
        Status: [{ "anything-but": ["Success", "Failed", "TimedOut", "Cancelled", "Approved", "Rejected"] }],
      },
    }),
  },
  {
    ...own,
    word: "certificate-not-renewed",
    meaning: "AWS cannot renew a certificate by itself",
    urgency: "risk",
    runbook: "renew-certificate",
    source: `${docs}/acm/latest/userguide/supported-events.html`,
    pattern: ({ certificateArns }) => ({
      source: ["aws.acm"],
      "detail-type": [
        "ACM Certificate Approaching Expiration",
        "ACM Certificate Expired",
        "ACM Certificate Renewal Action Required",
      ],
      resources: certificateArns,
    }),
  },
];
