import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import type { Grant } from "../core/grant";
import { physicalName } from "../core/names";
import { cacheDeclarations } from "./cache-declarations";
import { cacheGrant } from "./cache-grant";
import { CacheUsers } from "./cache-users";
import type { Access, CacheSizes, CacheSpec, DataSizes } from "./data-args";
import { cachePort, valkeyVersions } from "./database-engines";
import type { StoreUse } from "./grants";
import { type StoreArgs, storeTags } from "./store";
import { type StoreLog, storeLogGroups } from "./store-logs";
import { cacheLogGroup, cacheLogs } from "./store-names";
import { finalSnapshotName, storeSecurityGroup } from "./store-network";

/** Arguments of {@link Cache}. */
export interface CacheArgs extends StoreArgs<CacheSpec> {
  /** Its size. */
  readonly size: CacheSizes;
  /** Sizes that all stores have in common: windows, and how long logs are kept. */
  readonly sizes: Pick<DataSizes, "backupWindow" | "maintenanceWindow" | "logRetentionDays">;
  /** VPC that it stands in. */
  readonly vpcId: pulumi.Input<string>;
  /** Name of the subnet group of the data tier. */
  readonly subnetGroupName: pulumi.Input<string>;
  /** Who uses it, and how. */
  readonly users: Readonly<Record<string, Access>>;
}

/** Logs that a cache writes. */
function cacheStoreLogs({ scope, name }: StoreArgs<CacheSpec>): readonly StoreLog[] {
  return cacheLogs.map((log) => ({ suffix: log, group: cacheLogGroup(scope, name, log) }));
}

/** A Valkey cache in several zones, spoken to by TLS and by named users alone. */
export class Cache extends pulumi.ComponentResource {
  /** What the cache says about itself. */
  public readonly declarations: readonly Declaration[];
  private readonly identifier: string;
  private readonly built: Parameters<typeof cacheGrant>[1];

  public constructor(
    name: string,
    private readonly args: CacheArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:data:Cache", name, {}, opts);
    this.identifier = physicalName("cache-replication-group", args.scope, args.name);

    const group = storeSecurityGroup(name, args, args.vpcId, this);
    const logs = storeLogGroups(name, { ...args, ...args.sizes }, cacheStoreLogs(args), this);
    const users = new CacheUsers(`${name}-users`, { store: args, users: args.users }, { parent: this });
    const cache = this.cache(name, group, users, logs);

    this.built = {
      arn: cache.arn,
      identifier: this.identifier,
      writer: cache.primaryEndpointAddress,
      reader: cache.readerEndpointAddress,
      securityGroupId: group.id,
      users: users.byWorkload,
    };
    this.declarations = cacheDeclarations(args, this.identifier, cacheStoreLogs(args));
    this.registerOutputs({ identifier: this.identifier, endpoint: cache.primaryEndpointAddress });
  }

  /** What a workload needs in order to use it. */
  public grant(use: StoreUse): Grant {
    return cacheGrant(this.args, this.built, use);
  }

  private cache(
    name: string,
    securityGroup: aws.ec2.SecurityGroup,
    users: CacheUsers,
    logs: readonly aws.cloudwatch.LogGroup[],
  ): aws.elasticache.ReplicationGroup {
    const { spec, size, sizes, key, protect } = this.args;
    return new aws.elasticache.ReplicationGroup(
      name,
      {
        replicationGroupId: this.identifier,
        description: spec.description,
        engine: spec.engine,
        engineVersion: valkeyVersions[spec.majorVersion]?.version,
        autoMinorVersionUpgrade: true,
        parameterGroupName: this.parameters(name).name,
        nodeType: size.nodeType,
        numCacheClusters: size.replicas + 1,
        automaticFailoverEnabled: true,
        multiAzEnabled: true,
        port: cachePort,
        subnetGroupName: this.args.subnetGroupName,
        securityGroupIds: [securityGroup.id],
        transitEncryptionEnabled: true,
        transitEncryptionMode: "required",
        atRestEncryptionEnabled: true,
        kmsKeyId: key.arn,
        userGroupIds: [users.groupId],
        logDeliveryConfigurations: logs.map(({ name: destination }, index) => ({
          destination,
          destinationType: "cloudwatch-logs",
          logFormat: "json",
          logType: cacheLogs[index] ?? "slow-log",
        })),
        snapshotRetentionLimit: size.snapshotRetentionDays,
        snapshotWindow: sizes.backupWindow,
        maintenanceWindow: sizes.maintenanceWindow,
        finalSnapshotIdentifier: finalSnapshotName(this.identifier, securityGroup),
        tags: storeTags(this.args.name, this.identifier, this.args),
      },
      // AWS renews the minor version, which the provider cannot leave out, and would answer with a replacement.
      { parent: this, protect, ignoreChanges: ["engineVersion"] },
    );
  }

  /** A cache that is full forgets what was not asked for longest, instead of refusing to remember more. */
  private parameters(name: string): aws.elasticache.ParameterGroup {
    const family = valkeyVersions[this.args.spec.majorVersion]?.family ?? "";
    const groupName = physicalName("cache-parameter-group", this.args.scope, `${name}-${family}`);
    return new aws.elasticache.ParameterGroup(
      name,
      {
        name: groupName,
        family,
        description: `${this.args.name}: forgets the least recently used`,
        parameters: [{ name: "maxmemory-policy", value: "allkeys-lru" }],
        tags: storeTags(this.args.name, groupName, this.args),
      },
      { parent: this },
    );
  }
}
