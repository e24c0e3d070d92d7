import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { CapacityRange } from "./data-args";

/** Arguments of {@link TableScaling}. */
export interface TableScalingArgs {
  /** Table whose capacity is scaled. */
  readonly table: aws.dynamodb.Table;
  /** Its name, known before it exists. */
  readonly tableName: string;
  /** Between which capacities. */
  readonly range: { readonly read: CapacityRange; readonly write: CapacityRange };
}

/** Share of the capacity, in percent, that is meant to be used. */
const targetUse = 70;

/** Autoscaling of a provisioned table. */
export class TableScaling extends pulumi.ComponentResource {
  public constructor(name: string, args: TableScalingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:data:TableScaling", name, {}, opts);
    this.scale(`${name}-read`, "Read", args.range.read, args);
    this.scale(`${name}-write`, "Write", args.range.write, args);
    this.registerOutputs({});
  }

  private scale(name: string, unit: "Read" | "Write", range: CapacityRange, args: TableScalingArgs): void {
    const target = new aws.appautoscaling.Target(
      name,
      {
        serviceNamespace: "dynamodb",
        scalableDimension: `dynamodb:table:${unit}CapacityUnits`,
        resourceId: pulumi.interpolate`table/${args.table.name}`,
        minCapacity: range.minimum,
        maxCapacity: range.maximum,
      },
      { parent: this },
    );
    new aws.appautoscaling.Policy(
      name,
      {
        name: `${args.tableName}-${unit.toLowerCase()}-by-use`,
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        scalableDimension: target.scalableDimension,
        resourceId: target.resourceId,
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType: `DynamoDB${unit}CapacityUtilization` },
          targetValue: targetUse,
        },
      },
      { parent: this },
    );
  }
}
