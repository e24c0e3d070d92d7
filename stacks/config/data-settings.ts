import * as z from "zod";

import { logRetentionDays } from "../../infra/core/log-retention";
import {
  clusterEngines,
  type DatabaseSpec,
  type DataCatalogue,
  insightsModes,
} from "../../infra/data/settings";
import { byName } from "./by-name";

const days = (least: number, most: number): z.ZodNumber => z.int().min(least).max(most);
const retention = days(1, 35).meta({ description: "Days that automatic backups go back.", unit: "days" });

const common = {
  backupRetentionDays: retention,
  insights: z.enum(insightsModes).meta({
    description: "How closely the database is looked into. advanced keeps 15 months, and costs by the vCPU.",
  }),
  monitoringSeconds: z.literal([1, 5, 10, 15, 30, 60]).meta({
    description: "Time between measurements of the operating system.",
    unit: "seconds",
  }),
};

const instanceClass = z.string().meta({
  description: "Instance class.",
  allowed: "a class that the engine offers, such as db.r8g.large",
});
const acu = z.number().min(0).max(256).multipleOf(0.5);

const clusterSizes = z.strictObject({
  capacity: z
    .union([
      z.strictObject({
        minimumAcu: acu.meta({
          description: "Capacity that is always there.",
          unit: "Aurora capacity units",
        }),
        maximumAcu: acu.meta({ description: "Capacity that is reached.", unit: "Aurora capacity units" }),
      }),
      z.strictObject({ instanceClass }),
    ])
    .meta({
      description: "Capacity of each instance: a range that follows the load, or a class.",
      allowed: "{ minimumAcu, maximumAcu } in halves from 0 to 256, or { instanceClass }",
    }),
  readers: z
    .strictObject({
      minimum: z.int().min(0).max(15).meta({ description: "Fewest readers.", unit: "readers" }),
      maximum: z.int().min(0).max(15).meta({ description: "Most readers.", unit: "readers" }),
    })
    .meta({ description: "Readers that autoscaling keeps beside the writer." }),
  ...common,
});

const instanceSizes = z.strictObject({
  instanceClass,
  storageGib: z
    .strictObject({
      allocated: z.int().min(20).max(65536).meta({ description: "Storage at the start.", unit: "GiB" }),
      maximum: z.int().min(20).max(65536).meta({ description: "Storage that it grows to.", unit: "GiB" }),
    })
    .meta({ description: "Storage, which grows by itself." }),
  multiAz: z.boolean().meta({ description: "Whether a standby waits in another zone." }),
  ...common,
});

const units = z.strictObject({
  minimum: z.int().min(1).meta({ description: "Capacity that is always there.", unit: "units a second" }),
  maximum: z.int().min(1).meta({ description: "Capacity that is reached.", unit: "units a second" }),
});

const tableSizes = z
  .union([
    z.literal("on-demand"),
    z.strictObject({
      read: units.meta({ description: "Capacity to read." }),
      write: units.meta({ description: "Capacity to write." }),
    }),
  ])
  .meta({
    description: "Capacity of the table: what is asked for, or a provisioned range that follows the load.",
    allowed: "on-demand, or { read: { minimum, maximum }, write: { minimum, maximum } }",
  });

const cacheSizes = z.strictObject({
  nodeType: z.string().meta({ description: "Node type.", allowed: "a type such as cache.t4g.small" }),
  replicas: z
    .int()
    .min(1)
    .max(5)
    .meta({ description: "Copies of the primary, in other zones.", unit: "nodes" }),
  snapshotRetentionDays: days(0, 35).meta({
    description: "Days that daily snapshots are kept.",
    unit: "days",
  }),
});

const bucketSizes = z.strictObject({
  noncurrentVersionDays: z.int().min(1).meta({
    description: "Days that a version is kept once it was replaced or deleted.",
    unit: "days",
  }),
  infrequentAccessAfterDays: z.int().min(30).meta({
    description: "Days after which objects move to a class for rare access.",
    unit: "days",
  }),
});

function isCluster({ engine }: DatabaseSpec): boolean {
  return clusterEngines.some((cluster) => cluster === engine);
}

/** Size table of the stores of a catalogue. */
export function dataSettings({ databases, tables, caches, buckets }: DataCatalogue) {
  return z.strictObject({
    protect: z.boolean().meta({
      description: "Whether stores refuse to be deleted, by AWS's deletion protection and Pulumi's.",
    }),
    keyDeletionWindowDays: days(7, 30).meta({
      description: "Days in which the deletion of an encryption key can still be called off.",
      unit: "days",
    }),
    logRetentionDays: z.literal(logRetentionDays).meta({
      description: "Days that logs of databases and caches are kept.",
      unit: "days",
    }),
    backupWindow: z.string().meta({
      description: "Daily time of automatic backups, in UTC. It must not overlap the time of maintenance.",
      allowed: "a time such as 01:00-02:00, 30 minutes at least",
    }),
    maintenanceWindow: z.string().meta({
      description: "Weekly time of maintenance, in UTC.",
      allowed: "a time such as sun:03:00-sun:04:00, 30 minutes at least",
    }),
    databases: byName(databases, (spec) => (isCluster(spec) ? clusterSizes : instanceSizes)).meta({
      description: "Size of each database.",
    }),
    tables: byName(tables, () => tableSizes).meta({ description: "Capacity of each table." }),
    caches: byName(caches, () => cacheSizes).meta({ description: "Size of each cache." }),
    buckets: byName(buckets, () => bucketSizes).meta({ description: "Lifecycle of each bucket's objects." }),
  });
}
