import type * as pulumi from "@pulumi/pulumi";

import { regionalArn } from "./arn";
import type { EncryptionKey } from "./encryption-key";
import type { PolicyStatement } from "./policy-statement";
import type { Scope } from "./scope";

/**
 * What every state machine needs: its key, its log and its traces.
 *
 * Sources: https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html, `cw-logs.html` and
 * `concepts-xray-tracing.html` there, as of 2026-11
 */
export function stateMachineStatements(
  scope: Scope,
  machineArn: string,
  key: EncryptionKey,
): readonly PolicyStatement<pulumi.Input<string>>[] {
  const logs = regionalArn(scope, "logs", "*");
  return [
    {
      sid: "EncryptRuns",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [key.arn],
      conditions: { StringEquals: { "kms:EncryptionContext:aws:states:stateMachineArn": machineArn } },
    },
    {
      sid: "EncryptDeliveredLogs",
      actions: ["kms:GenerateDataKey"],
      resources: [key.arn],
      conditions: { StringEquals: { "kms:EncryptionContext:SourceArn": logs } },
    },
    {
      sid: "DeliverLogs",
      actions: [
        "logs:CreateLogDelivery",
        "logs:GetLogDelivery",
        "logs:UpdateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:DescribeResourcePolicies",
        "logs:DescribeLogGroups",
      ],
      resources: ["*"],
      wildcards: { resources: "CloudWatch Logs knows no resource for the delivery of logs" },
    },
    {
      sid: "Trace",
      actions: [
        "xray:PutTraceSegments",
        "xray:PutTelemetryRecords",
        "xray:GetSamplingRules",
        "xray:GetSamplingTargets",
      ],
      resources: ["*"],
      wildcards: { resources: "X-Ray knows no resource for traces" },
    },
  ];
}
