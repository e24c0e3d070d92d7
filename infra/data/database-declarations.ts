import type * as pulumi from "@pulumi/pulumi";

import type { Capacity, Declaration, QuotaUse } from "../core/declarations";
import { storeFlow } from "./data-flow";
import type { DatabaseArgs } from "./database";
import { databaseLogs } from "./database";
import { type ClusterEngine, engineFacts, type InstanceEngine } from "./database-engines";
import type { ClusterSizes, CommonDatabaseSizes, InstanceSizes } from "./data-args";
import { classSize } from "../core/class-size";
import { monitoredThing } from "./store";
import { logGroupDeclarations } from "./store-logs";

/** A database that was built, as its declarations speak of it. */
interface DeclaredDatabase {
  /** ARN. */
  readonly arn: pulumi.Input<string>;
  /** Identifier. */
  readonly identifier: string;
}

/** Everything that a cluster says about itself. */
export function clusterDeclarations(
  args: DatabaseArgs<ClusterEngine, ClusterSizes>,
  { arn, identifier, writer }: DeclaredDatabase & { readonly writer: string },
): readonly Declaration[] {
  const { spec, size, name } = args;
  return [
    {
      ...monitoredThing(name, spec),
      kind: "database-cluster",
      dimensions: { DBClusterIdentifier: identifier },
      writer,
      sizes: {
        engine: spec.engine,
        capacity:
          "instanceClass" in size.capacity
            ? { kind: "provisioned", instanceClass: size.capacity.instanceClass }
            : { kind: "serverless", ...size.capacity },
        minimumReaders: size.readers.minimum,
        maximumReaders: size.readers.maximum,
      },
    },
    { family: "backedUp", kind: "Aurora", name, arn, criticality: spec.criticality },
    clusterCapacity(name, size),
    ...common(args),
    // DB clusters, DB instances (readers at their most included) and DB cluster parameter groups
    rdsQuota("L-952B80B8", 1),
    rdsQuota("L-7B6409FD", 1 + size.readers.maximum),
    rdsQuota("L-E4C808A8", 1),
  ];
}

/** Everything that an instance says about itself. */
export function instanceDeclarations(
  args: DatabaseArgs<InstanceEngine, InstanceSizes>,
  { arn, identifier }: DeclaredDatabase,
): readonly Declaration[] {
  const { spec, size, name } = args;
  const { vcpu = 0, memoryGib = 0 } = classSize("db", size.instanceClass) ?? {};
  const count = size.multiAz ? 2 : 1;
  return [
    {
      ...monitoredThing(name, spec),
      kind: "database-instance",
      dimensions: { DBInstanceIdentifier: identifier },
      sizes: {
        engine: spec.engine,
        instanceClass: size.instanceClass,
        allocatedGib: size.storageGib.allocated,
        maximumGib: size.storageGib.maximum,
        multiAz: size.multiAz,
      },
    },
    { family: "backedUp", kind: "RDS", name, arn, criticality: spec.criticality },
    {
      family: "capacity",
      name: `database ${name}`,
      vcpu,
      memoryGib,
      storageGib: size.storageGib.allocated,
      count,
      minimum: count,
      maximum: count,
    },
    ...common(args),
    // DB instances, DB parameter groups and storage of all DB instances, in GiB
    rdsQuota("L-7B6409FD", 1),
    rdsQuota("L-DE55804A", 1),
    rdsQuota("L-7ADDB58A", size.storageGib.maximum),
  ];
}

/** What every database says: its log groups, and the connections it accepts. */
function common(
  args: DatabaseArgs<ClusterEngine | InstanceEngine, CommonDatabaseSizes>,
): readonly Declaration[] {
  const { spec, name, sizes } = args;
  return [
    ...logGroupDeclarations(args, databaseLogs(args), sizes.logRetentionDays),
    storeFlow(name, engineFacts[spec.engine].port),
  ];
}

/**
 * Of a cluster with classes a unit is an instance; of a serverless one it is an Aurora capacity unit: 2 GiB, and about a
 * quarter of a processor. Storage grows by itself and is shared, so that none is installed.
 *
 * Source: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html, 2026-11
 */
function clusterCapacity(database: string, { capacity, readers }: ClusterSizes): Capacity {
  const least = 1 + readers.minimum;
  const most = 1 + readers.maximum;
  const installed = { family: "capacity", name: `database ${database}`, storageGib: 0 } as const;
  if ("instanceClass" in capacity) {
    const { vcpu = 0, memoryGib = 0 } = classSize("db", capacity.instanceClass) ?? {};
    return { ...installed, vcpu, memoryGib, count: least, minimum: least, maximum: most };
  }
  const units = { vcpu: 0.25, memoryGib: 2 };
  const minimum = capacity.minimumAcu * least;
  return { ...installed, ...units, count: minimum, minimum, maximum: capacity.maximumAcu * most };
}

/** Codes by `aws service-quotas list-service-quotas --service-code rds`, 2026-11 */
function rdsQuota(quotaCode: string, count: number): QuotaUse {
  return { family: "quotaUse", serviceCode: "rds", quotaCode, count };
}
