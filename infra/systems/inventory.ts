import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { physicalName } from "../core/names";
import type { Region } from "../core/region";
import type { Scope } from "../core/scope";
import { KeptBucket } from "./kept-bucket";
import { inventoryBucket, inventoryBucketStatements } from "./systems-policies";

/** What {@link Inventory} is made of. */
export interface InventoryArgs {
  /** Account, and the Region of its stack, which holds the bucket. */
  readonly scope: Scope;
  /** Regions whose instances are known. */
  readonly regions: readonly Region[];
  /** ARN of the key of the stack's Region. */
  readonly keyArn: pulumi.Input<string>;
  /** Days after which what was not seen again is forgotten. */
  readonly retentionDays: number;
}

/** What is installed on every instance of every Region, in one place that can be asked. */
export class Inventory extends pulumi.ComponentResource {
  public constructor(name: string, args: InventoryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:systems:Inventory", name, {}, opts);
    const { scope, regions, keyArn, retentionDays } = args;
    const bucketName = inventoryBucket(scope);
    const statements = inventoryBucketStatements(scope, regions);
    const bucket = new KeptBucket(
      name,
      { region: scope.region, bucketName, keyArn, statements, retentionDays },
      { parent: this },
    );
    for (const region of regions) {
      new aws.ssm.ResourceDataSync(
        `${name}-${region}`,
        {
          region,
          name: physicalName("resource-data-sync", scope, "inventory"),
          s3Destination: {
            bucketName,
            region: scope.region,
            prefix: "inventory",
            kmsKeyArn: keyArn,
            syncFormat: "JsonSerDe",
          },
        },
        { parent: this, dependsOn: bucket.ready },
      );
    }
    this.registerOutputs({});
  }
}
