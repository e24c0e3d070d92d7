import type * as pulumi from "@pulumi/pulumi";

import { arn, regionalArn, serviceDomain } from "../core/arn";
import { recoveryNamespace } from "../core/monitored-recovery";
import type { PolicyStatement } from "../core/policy-statement";
import { partitionOf } from "../core/region";
import type { Scope } from "../core/scope";
import type { Arn } from "./backup-args";
import { restoredPrefix } from "./validation-definition";

/** What looking at restored things takes: reading what restore tests made, and nothing else; a verdict, and a metric. */
export function validationStatements(
  scope: Scope,
  keyArn: Arn,
): readonly PolicyStatement<pulumi.Input<string>>[] {
  const { region } = scope;
  return [
    {
      sid: "JudgeRestores",
      actions: ["backup:DescribeRestoreJob", "backup:PutRestoreValidationResult"],
      resources: ["*"],
      wildcards: { resources: "AWS Backup knows no resource for the jobs of restores" },
    },
    {
      sid: "OpenDatabases",
      actions: ["rds:DescribeDBClusters", "rds:DescribeDBInstances"],
      resources: [
        regionalArn(scope, "rds", `cluster:${restoredPrefix}*`),
        regionalArn(scope, "rds", `db:${restoredPrefix}*`),
      ],
    },
    {
      sid: "OpenTables",
      actions: ["dynamodb:DescribeTable", "dynamodb:Scan"],
      resources: [regionalArn(scope, "dynamodb", `table/${restoredPrefix}*`)],
    },
    {
      sid: "OpenBuckets",
      actions: ["s3:ListBucket"],
      resources: [arn({ partition: partitionOf(region), service: "s3", resource: `${restoredPrefix}*` })],
    },
    {
      sid: "DecryptTables",
      actions: ["kms:Decrypt"],
      resources: [keyArn],
      conditions: { StringEquals: { "kms:ViaService": serviceDomain("dynamodb", region) } },
    },
    {
      sid: "Measure",
      actions: ["cloudwatch:PutMetricData"],
      resources: ["*"],
      conditions: { StringEquals: { "cloudwatch:namespace": recoveryNamespace } },
      wildcards: { resources: "CloudWatch knows no resource for metrics; the condition names the namespace" },
    },
  ];
}
