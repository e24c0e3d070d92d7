import { isSet } from "../reading/set";
import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { tokens } from "./tokens";

/** Database instances that stand for themselves. */
export const INSTANCES = tokens("rds/instance:Instance");
/** Clusters, of Aurora or of three zones. */
export const CLUSTERS = tokens("rds/cluster:Cluster");
/** Instances of a cluster. */
export const CLUSTER_INSTANCES = tokens("rds/clusterInstance:ClusterInstance");
/** Clusters over several Regions. */
export const GLOBAL_CLUSTERS = tokens("rds/globalCluster:GlobalCluster");

/** Properties that make a database out of another one. */
const SOURCES = [
  "replicateSourceDb",
  "replicationSourceIdentifier",
  "snapshotIdentifier",
  "restoreToPointInTime",
];

/** Where a database says that it is a replica of another one. */
export function replicaOf(props: View): View | undefined {
  return SOURCES.slice(0, 2)
    .map((name) => props.at(name))
    .find(isSet);
}

/** Where a database says what it is made from: the source of a replica, a snapshot, or a moment of another database. */
export function madeFrom(props: View): View | undefined {
  return SOURCES.map((name) => props.at(name)).find(isSet);
}

/** The cluster that an instance belongs to, where the stack has it. */
export function clusterOf(stack: StackIndex, instance: StackResource): StackResource | undefined {
  return stack.targets(instance, "clusterIdentifier", CLUSTERS).found[0];
}

/** The engine of a database: its own, or that of the database it is made from. */
export function engineOf(stack: StackIndex, database: StackResource): string | undefined {
  const own = database.props.at("engine");
  if (!own.isAbsent) return known(own.string());
  const sources = SOURCES.flatMap((name) => stack.targets(database, name, [...INSTANCES, ...CLUSTERS]).found);
  return sources
    .map(({ props }) => known(props.at("engine").string()))
    .find((engine) => engine !== undefined);
}
