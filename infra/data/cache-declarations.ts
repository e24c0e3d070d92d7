import type { Declaration } from "../core/declarations";
import type { CacheSizes, CacheSpec, DataSizes } from "./data-args";
import { storeFlow } from "./data-flow";
import { cachePort } from "./database-engines";
import { classSize } from "../core/class-size";
import { monitoredThing, type StoreArgs } from "./store";
import { logGroupDeclarations, type StoreLog } from "./store-logs";

/** Everything that a cache says about itself. It is no original, so that AWS Backup saves nothing of it. */
export function cacheDeclarations(
  args: StoreArgs<CacheSpec> & {
    readonly size: CacheSizes;
    readonly sizes: Pick<DataSizes, "logRetentionDays">;
  },
  identifier: string,
  logs: readonly StoreLog[],
): readonly Declaration[] {
  const { spec, size, name } = args;
  const { vcpu = 0, memoryGib = 0 } = classSize("cache", size.nodeType) ?? {};
  const count = size.replicas + 1;
  return [
    {
      ...monitoredThing(name, spec),
      kind: "cache",
      dimensions: { ReplicationGroupId: identifier },
      nodes: nodeNames(identifier, count),
      sizes: { nodeType: size.nodeType, nodes: count },
    },
    {
      family: "capacity",
      name: `cache ${name}`,
      vcpu,
      memoryGib,
      storageGib: 0,
      count,
      minimum: count,
      maximum: count,
    },
    ...logGroupDeclarations(args, logs, args.sizes.logRetentionDays),
    storeFlow(name, cachePort),
    // nodes per Region, code by `aws service-quotas list-service-quotas --service-code elasticache`
    { family: "quotaUse", serviceCode: "elasticache", quotaCode: "L-DFE45DF3", count },
  ];
}

/** ElastiCache numbers the nodes of a replication group: `dev-sessions-001` and so on. */
function nodeNames(identifier: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${identifier}-${String(index + 1).padStart(3, "0")}`);
}
