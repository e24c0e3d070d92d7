import { isSet } from "../reading/set";
import type { View } from "../reading/view";
import { tokens } from "./tokens";

/** Groups of caches that replicate. */
export const REPLICATION_GROUPS = tokens("elasticache/replicationGroup:ReplicationGroup");
/** Single caches, of Memcached or one node of Redis. */
export const CACHE_CLUSTERS = tokens("elasticache/cluster:Cluster");
/** Serverless caches. */
export const SERVERLESS_CACHES = tokens("elasticache/serverlessCache:ServerlessCache");
/** Groups over several Regions. */
export const GLOBAL_GROUPS = tokens("elasticache/globalReplicationGroup:GlobalReplicationGroup");

/** Whether a single cache belongs to a replication group, whose settings it has. */
export function isMember(props: View): boolean {
  return isSet(props.at("replicationGroupId"));
}
