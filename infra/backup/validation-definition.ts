import { recoveryMetrics, recoveryNamespace } from "../core/monitored-recovery";
import type { Scope } from "../core/scope";
import { restoreTestName } from "./restore-plan";

/** Longest time of one run, in seconds. */
export const validationTimeoutSeconds = 3_600;

type State = Readonly<Record<string, unknown>>;

/** What is restored under test begins with this; AWS Backup chooses the rest. */
export const restoredPrefix = "awsbackup-restore-test-";

const unsound = "{% $states.context.State.Name & ' failed: ' & $states.errorOutput.Error %}";

/** A step that asks AWS about the restored thing; an error is an answer, too: it is not sound. */
function ask(resource: string, args: State, findings: string, next: string): State {
  return {
    Type: "Task",
    Resource: `arn:aws:states:::aws-sdk:${resource}`,
    Arguments: args,
    Assign: { findings },
    Retry: [{ ErrorEquals: ["States.TaskFailed"], IntervalSeconds: 30, MaxAttempts: 3, BackoffRate: 2 }],
    Catch: [{ ErrorEquals: ["States.ALL"], Assign: { findings: unsound }, Next: "Report" }],
    Next: next,
  };
}

/** What remains of an ARN behind its last colon or slash. */
const restoredName = "{% $split($job.CreatedResourceArn, /[:\\/]/)[-1] %}";

const finding = (...checks: readonly (readonly [holds: string, what: string])[]): string =>
  `{% $join([${checks.map(([holds, what]) => `(${holds}) ? '' : '${what}; '`).join(", ")}]) %}`;

/** A call of AWS Backup or CloudWatch that failed is made again. */
const again = [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 15, MaxAttempts: 5, BackoffRate: 2 }];

/** Which step opens what was restored, by AWS Backup's words. */
const openers = { Aurora: "OpenCluster", RDS: "OpenInstance", DynamoDB: "OpenTable", S3: "OpenBucket" };

const kind: State = {
  Type: "Choice",
  Assign: { findings: "{% 'nothing looks at ' & $job.ResourceType %}" },
  Choices: Object.entries(openers).map(([kind, Next]) => ({
    Condition: `{% $job.ResourceType = '${kind}' %}`,
    Assign: { findings: "" },
    Next,
  })),
  Default: "Report",
};

const opening: Readonly<Record<string, State>> = {
  OpenCluster: ask(
    "rds:describeDBClusters",
    { DbClusterIdentifier: restoredName },
    finding(
      ["$states.result.DbClusters[0].Status = 'available'", "the cluster is not available"],
      ["$states.result.DbClusters[0].StorageEncrypted = true", "its storage is not encrypted"],
      ["$states.result.DbClusters[0].AllocatedStorage > 0", "it holds nothing"],
    ),
    "Report",
  ),
  OpenInstance: ask(
    "rds:describeDBInstances",
    { DbInstanceIdentifier: restoredName },
    finding(
      ["$states.result.DbInstances[0].DbInstanceStatus = 'available'", "the instance is not available"],
      ["$states.result.DbInstances[0].StorageEncrypted = true", "its storage is not encrypted"],
      ["$states.result.DbInstances[0].PubliclyAccessible = false", "the internet reaches it"],
    ),
    "Report",
  ),
  OpenTable: ask(
    "dynamodb:describeTable",
    { TableName: restoredName },
    finding(
      ["$states.result.Table.TableStatus = 'ACTIVE'", "the table is not active"],
      ["$states.result.Table.SseDescription.SseType = 'KMS'", "it is not under a key of ours"],
    ),
    "ReadTable",
  ),
  ReadTable: ask(
    "dynamodb:scan",
    // The number of what is read, and nothing of its content.
    { TableName: restoredName, Limit: 1, Select: "COUNT" },
    "{% $findings & ($exists($states.result.Count) ? '' : 'it cannot be read; ') %}",
    "Report",
  ),
  OpenBucket: ask(
    "s3:listObjectsV2",
    { Bucket: restoredName, MaxKeys: 1 },
    "{% $exists($states.result.KeyCount) ? '' : 'the bucket cannot be read; ' %}",
    "Report",
  ),
};

const report: State = {
  Type: "Task",
  Resource: "arn:aws:states:::aws-sdk:backup:putRestoreValidationResult",
  Arguments: {
    RestoreJobId: "{% $job.RestoreJobId %}",
    ValidationStatus: "{% $findings = '' ? 'SUCCESSFUL' : 'FAILED' %}",
    ValidationStatusMessage: "{% $findings = '' ? 'Opened and sound' : $substring($findings, 0, 1000) %}",
  },
  Retry: again,
  Next: "Measure",
};

/** What tests of this environment restored is looked at; what others did, or people, is not. */
function ours(scope: Scope): State {
  const plans = `restore-testing-plan:${restoreTestName(scope, "")}`;
  return {
    Type: "Choice",
    Choices: [
      { Condition: `{% $contains($job.CreatedBy.RestoreTestingPlanArn & '', '${plans}') %}`, Next: "Kind" },
    ],
    Default: "Done",
  };
}

/**
 * What looks at each restored thing, in Amazon States Language: it opens the thing, checks it, tells AWS Backup whether it is
 * sound, and measures how long the restore took. What another environment's test restored is left alone.
 *
 * Nothing it finds, however wrong, fails the run: a verdict is always given. AWS Backup deletes what it restored afterwards.
 */
export function validationDefinition(scope: Scope): string {
  const dimensions = [
    { Name: "Environment", Value: scope.environment },
    { Name: "Criticality", Value: "{% $word %}" },
  ];
  const states: Readonly<Record<string, State>> = {
    Describe: {
      Type: "Task",
      Resource: "arn:aws:states:::aws-sdk:backup:describeRestoreJob",
      Arguments: { RestoreJobId: "{% $states.input.detail.restoreJobId %}" },
      Assign: {
        job: "{% $states.result %}",
        word: "{% $split($split($states.result.CreatedBy.RestoreTestingPlanArn & ':::::::_', ':')[6] & '_', /[_-]/)[1] %}",
      },
      Retry: again,
      Next: "Ours",
    },
    Ours: ours(scope),
    Kind: kind,
    ...opening,
    Report: report,
    Measure: {
      Type: "Task",
      Resource: "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
      Arguments: {
        Namespace: recoveryNamespace,
        MetricData: [
          {
            MetricName: recoveryMetrics.seconds,
            Dimensions: dimensions,
            Unit: "Seconds",
            Value: "{% ($toMillis($job.CompletionDate) - $toMillis($job.CreationDate)) / 1000 %}",
          },
          {
            MetricName: recoveryMetrics.valid,
            Dimensions: dimensions,
            Unit: "None",
            Value: "{% $findings = '' ? 1 : 0 %}",
          },
        ],
      },
      Retry: again,
      Next: "Done",
    },
    Done: { Type: "Succeed" },
  };
  return JSON.stringify({
    Comment: "Opens what a restore test made, judges it, and measures how long it took",
    QueryLanguage: "JSONata",
    TimeoutSeconds: validationTimeoutSeconds,
    StartAt: "Describe",
    States: states,
  });
}
