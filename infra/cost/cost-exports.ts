import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { privateBucket } from "../core/private-bucket";
import type { AccountCostArgs } from "./account-cost-args";
import { focusQuery, reportColumns, reportQuery, reportTable } from "./cost-columns";
import { exportBucketStatements, exportKeyStatements } from "./export-policies";
import { namedQueries } from "./named-queries";

/** Most that one query may read before it is stopped: 10 GiB, about five cents. */
const scannedBytesAtMost = 10 * 1024 ** 3;

/** First month that the table looks for. */
const firstMonth = "2026-01";

/**
 * Cost and usage by the hour and resource, written by AWS into a bucket of the account's own, in AWS's form and in FOCUS;
 * and a table, a workgroup and queries by which people ask it.
 */
export class CostExports extends pulumi.ComponentResource {
  /** What was built, to those who watch and review it. */
  public readonly declarations: readonly Declaration[];

  public constructor(name: string, args: AccountCostArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:cost:CostExports", name, {}, opts);
    const bucketName = physicalName("bucket", args.scope, name);
    const key = this.key(name, args);
    const bucket = this.bucket(name, args, { bucketName, key });
    this.export(`${name}-report`, args, bucket, {
      queryStatement: reportQuery,
      tableConfigurations: {
        [reportTable]: {
          TIME_GRANULARITY: "HOURLY",
          INCLUDE_RESOURCES: "TRUE",
          INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY: "FALSE",
          INCLUDE_SPLIT_COST_ALLOCATION_DATA: "TRUE",
        },
      },
    });
    this.export(`${name}-focus`, args, bucket, { queryStatement: focusQuery });
    this.questions(name, args, { bucketName, key });

    const thing = { family: "monitored", name, criticality: args.criticality, owner: args.owner } as const;
    this.declarations = [
      { ...thing, kind: "key", dimensions: { KeyId: key.keyId } },
      { family: "quotaUse", serviceCode: "s3", quotaCode: "L-DC2B2D3D", count: 1 },
    ];
    this.registerOutputs();
  }

  private key(name: string, args: AccountCostArgs): aws.kms.Key {
    const { region } = args.scope;
    const alias = physicalName("kms-alias", args.scope, name);
    const key = new aws.kms.Key(
      name,
      {
        region,
        description: "Encrypts exports of cost, and what queries find in them",
        policy: policyDocument(exportKeyStatements(args.scope)),
        enableKeyRotation: true,
        deletionWindowInDays: args.keyDeletionWindowDays,
        tags: { Name: alias },
      },
      { parent: this },
    );
    new aws.kms.Alias(name, { region, name: alias, targetKeyId: key.keyId }, { parent: this });
    return key;
  }

  private bucket(
    name: string,
    { scope, sizes }: AccountCostArgs,
    { bucketName, key }: { readonly bucketName: string; readonly key: aws.kms.Key },
  ): aws.s3.BucketPolicy {
    const { region } = scope;
    const { id: bucket } = privateBucket(
      name,
      { region, bucketName, encryption: { kmsKeyArn: key.arn }, tags: { Name: bucketName } },
      this,
    );
    this.expire(name, { region, bucket, days: sizes.exportDays });
    return new aws.s3.BucketPolicy(
      name,
      { region, bucket, policy: policyDocument(exportBucketStatements(scope, bucketName)) },
      { parent: this },
    );
  }

  private expire(
    name: string,
    {
      region,
      bucket,
      days,
    }: { readonly region: string; readonly bucket: pulumi.Input<string>; readonly days: number },
  ): void {
    new aws.s3.BucketLifecycleConfiguration(
      name,
      {
        region,
        bucket,
        rules: [
          {
            id: "expire",
            status: "Enabled",
            filter: { prefix: "" },
            expiration: { days: days },
            noncurrentVersionExpiration: { noncurrentDays: 7 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
          { id: "answers", status: "Enabled", filter: { prefix: "answers/" }, expiration: { days: 30 } },
        ],
      },
      { parent: this },
    );
  }

  /** AWS writes a first object when an export is created: the bucket has to let it in by then. */
  private export(
    name: string,
    { scope }: AccountCostArgs,
    policy: aws.s3.BucketPolicy,
    query: aws.types.input.bcmdata.ExportExportDataQuery,
  ): void {
    const exportName = physicalName("data-export", scope, name);
    new aws.bcmdata.Export(
      name,
      {
        export: {
          name: exportName,
          description: "Cost and usage of the account",
          dataQueries: [query],
          destinationConfigurations: [
            {
              s3Destinations: [
                {
                  s3Bucket: policy.bucket,
                  s3Prefix: "exports",
                  s3Region: scope.region,
                  s3OutputConfigurations: [
                    {
                      compression: "PARQUET",
                      format: "PARQUET",
                      outputType: "CUSTOM",
                      overwrite: "OVERWRITE_REPORT",
                    },
                  ],
                },
              ],
            },
          ],
          refreshCadences: [{ frequency: "SYNCHRONOUS" }],
        },
        tags: { Name: exportName },
      },
      { parent: this },
    );
  }

  private questions(
    name: string,
    { scope }: AccountCostArgs,
    { bucketName, key }: { readonly bucketName: string; readonly key: aws.kms.Key },
  ): void {
    const { region } = scope;
    const database = new aws.glue.CatalogDatabase(
      name,
      { region, name: physicalName("glue-name", scope, "cost"), description: "Exports of cost" },
      { parent: this },
    );
    const report = physicalName("data-export", scope, `${name}-report`);
    const table = this.table(
      `${name}-report`,
      scope.region,
      database,
      `s3://${bucketName}/exports/${report}/data`,
    );
    const workgroupName = physicalName("athena-workgroup", scope, "cost");
    const workgroup = new aws.athena.Workgroup(
      name,
      {
        region,
        name: workgroupName,
        description: "Questions about cost",
        forceDestroy: false,
        configuration: {
          enforceWorkgroupConfiguration: true,
          publishCloudwatchMetricsEnabled: true,
          bytesScannedCutoffPerQuery: scannedBytesAtMost,
          resultConfiguration: {
            outputLocation: `s3://${bucketName}/answers/`,
            expectedBucketOwner: scope.accountId,
            encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: key.arn },
          },
        },
        tags: { Name: workgroupName },
      },
      { parent: this },
    );
    for (const question of namedQueries("cost_and_usage")) {
      new aws.athena.NamedQuery(
        `${name}-${question.name}`,
        { region, workgroup: workgroup.id, database: database.name, ...question },
        { parent: this, dependsOn: table },
      );
    }
  }

  /** Months are found by their names: no crawler has to look for new ones, and none costs anything. */
  private table(
    name: string,
    region: string,
    database: aws.glue.CatalogDatabase,
    location: string,
  ): aws.glue.CatalogTable {
    const serde = "org.apache.hadoop.hive.ql.io.parquet";
    return new aws.glue.CatalogTable(
      name,
      {
        region,
        name: "cost_and_usage",
        databaseName: database.name,
        description: "Cost and usage by the hour and resource",
        tableType: "EXTERNAL_TABLE",
        parameters: {
          classification: "parquet",
          "projection.enabled": "true",
          "projection.billing_period.type": "date",
          "projection.billing_period.format": "yyyy-MM",
          "projection.billing_period.range": `${firstMonth},NOW`,
          "projection.billing_period.interval": "1",
          "projection.billing_period.interval.unit": "MONTHS",
          "storage.location.template": `${location}/BILLING_PERIOD=\${billing_period}`,
        },
        partitionKeys: [{ name: "billing_period", type: "string" }],
        storageDescriptor: {
          location,
          inputFormat: `${serde}.MapredParquetInputFormat`,
          outputFormat: `${serde}.MapredParquetOutputFormat`,
          serDeInfo: { serializationLibrary: `${serde}.serde.ParquetHiveSerDe` },
          columns: Object.entries(reportColumns).map(([column, type]) => ({ name: column, type })),
        },
      },
      { parent: this },
    );
  }
}
