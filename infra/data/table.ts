import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { Grant } from "../core/grant";
import { physicalName } from "../core/names";
import { keyAttributes } from "./catalogue-problems";
import type { KeyAttribute, TableSizes, TableSpec } from "./data-args";
import type { StoreUse } from "./grants";
import { monitoredThing, savedStoreTags, type StoreArgs } from "./store";
import { tableGrant } from "./table-grant";
import { TableScaling } from "./table-scaling";

/** Arguments of {@link Table}. */
export interface TableArgs extends StoreArgs<TableSpec> {
  /** Its size. */
  readonly size: TableSizes;
}

/** Days that a table can be set back to any second of. The price depends on the table's size alone. */
const recoveryDays = 35;

/** A DynamoDB table. */
export class Table extends pulumi.ComponentResource {
  /** What the table says about itself. */
  public readonly declarations: readonly Declaration[];
  private readonly tableName: string;
  private readonly arn: pulumi.Output<string>;

  public constructor(
    name: string,
    private readonly args: TableArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:data:Table", name, {}, opts);
    this.tableName = physicalName("dynamodb-table", args.scope, args.name);

    const table = this.table(name);
    if (args.size !== "on-demand") {
      new TableScaling(
        `${name}-scaling`,
        { table, tableName: this.tableName, range: args.size },
        { parent: this },
      );
    }

    this.arn = table.arn;
    this.declarations = this.declare();
    this.registerOutputs({ arn: this.arn });
  }

  /** What a workload needs in order to use it. */
  public grant(use: StoreUse): Grant {
    return tableGrant(this.args, { arn: this.arn, tableName: this.tableName }, use);
  }

  private table(name: string): aws.dynamodb.Table {
    const { spec, size, key, protect } = this.args;
    const capacity =
      size === "on-demand"
        ? { billingMode: "PAY_PER_REQUEST" }
        : {
            billingMode: "PROVISIONED",
            readCapacity: size.read.minimum,
            writeCapacity: size.write.minimum,
          };
    return new aws.dynamodb.Table(
      name,
      {
        name: this.tableName,
        ...capacity,
        hashKey: spec.partitionKey.name,
        rangeKey: spec.sortKey?.name,
        attributes: distinct(keyAttributes(spec)),
        globalSecondaryIndexes: Object.entries(spec.indexes ?? {}).map(
          ([index, { partitionKey, sortKey }]) => ({
            name: index,
            projectionType: "ALL",
            keySchemas: [
              { attributeName: partitionKey.name, keyType: "HASH" },
              ...(sortKey === undefined ? [] : [{ attributeName: sortKey.name, keyType: "RANGE" }]),
            ],
          }),
        ),
        ...(spec.timeToLive === undefined ? {} : { ttl: { attributeName: spec.timeToLive, enabled: true } }),
        pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: recoveryDays },
        serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
        deletionProtectionEnabled: protect,
        tags: savedStoreTags(this.args.name, this.tableName, this.args),
      },
      // Once the table is there, its capacity is autoscaling's.
      { parent: this, protect, ignoreChanges: size === "on-demand" ? [] : ["readCapacity", "writeCapacity"] },
    );
  }

  private declare(): readonly Declaration[] {
    const { name, spec, size } = this.args;
    const capacity =
      size === "on-demand"
        ? ({ kind: "on-demand" } as const)
        : ({
            kind: "provisioned",
            maximumRead: size.read.maximum,
            maximumWrite: size.write.maximum,
          } as const);
    return [
      {
        ...monitoredThing(name, spec),
        kind: "table",
        dimensions: { TableName: this.tableName },
        sizes: { capacity },
      },
      { family: "backedUp", kind: "DynamoDB", name, arn: this.arn, criticality: spec.criticality },
      // tables per Region, code by `aws service-quotas list-service-quotas --service-code dynamodb`
      { family: "quotaUse", serviceCode: "dynamodb", quotaCode: "L-F98FE922", count: 1 },
    ];
  }
}

/** Attributes, each once, in order of names. */
function distinct(attributes: readonly KeyAttribute[]): KeyAttribute[] {
  const byName = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
