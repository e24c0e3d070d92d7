import { isSet } from "../reading/set";
import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { CLUSTERS, GLOBAL_CLUSTERS, INSTANCES } from "./databases";
import { tokens } from "./tokens";

/** Snapshots of instances. */
export const SNAPSHOTS = tokens("rds/snapshot:Snapshot");
/** Copies of snapshots of instances. */
export const SNAPSHOT_COPIES = tokens("rds/snapshotCopy:SnapshotCopy");
/** Snapshots of clusters. */
export const CLUSTER_SNAPSHOTS = tokens("rds/clusterSnapshot:ClusterSnapshot");
/** Copies of snapshots of clusters. */
export const CLUSTER_SNAPSHOT_COPIES = tokens("rds/clusterSnapshotCopy:ClusterSnapshotCopy");

/** How something is encrypted at rest, as far as can be told. */
export interface Encryption {
  readonly state: "encrypted" | "plain" | "open";
  /** Whether a key is named, by the thing or by what it is made from; undefined where that is not known. */
  readonly hasKey: boolean | undefined;
  /** Where it is said, or where it is not known. */
  readonly place: View;
}

const OF_INSTANCES = [...SNAPSHOTS, ...SNAPSHOT_COPIES];
const OF_CLUSTERS = [...CLUSTER_SNAPSHOTS, ...CLUSTER_SNAPSHOT_COPIES];

/** Properties by which each kind takes its encryption from something else, with the types of that. */
const SOURCES: readonly (readonly [
  of: readonly string[],
  from: Readonly<Record<string, readonly string[]>>,
])[] = [
  [
    INSTANCES,
    {
      replicateSourceDb: [...INSTANCES, ...CLUSTERS],
      snapshotIdentifier: [...OF_INSTANCES, ...OF_CLUSTERS],
      restoreToPointInTime: INSTANCES,
    },
  ],
  [
    CLUSTERS,
    {
      replicationSourceIdentifier: [...CLUSTERS, ...INSTANCES],
      snapshotIdentifier: [...OF_CLUSTERS, ...OF_INSTANCES],
      restoreToPointInTime: CLUSTERS,
      globalClusterIdentifier: GLOBAL_CLUSTERS,
    },
  ],
  [GLOBAL_CLUSTERS, { sourceDbClusterIdentifier: CLUSTERS }],
  [SNAPSHOTS, { dbInstanceIdentifier: INSTANCES }],
  [SNAPSHOT_COPIES, { sourceDbSnapshotIdentifier: OF_INSTANCES }],
  [CLUSTER_SNAPSHOTS, { dbClusterIdentifier: CLUSTERS }],
  [CLUSTER_SNAPSHOT_COPIES, { sourceDbClusterSnapshotIdentifier: OF_CLUSTERS }],
];

/** A property that names a source, with the types that the source may have. */
interface Source {
  readonly property: string;
  readonly types: readonly string[];
}

/** What something takes its encryption from, where it says so. */
export function encryptionSource({ type, props }: Pick<StackResource, "type" | "props">): Source | undefined {
  const from = SOURCES.find(([of]) => of.includes(type))?.[1] ?? {};
  const property = Object.keys(from).find((name) => isSet(props.at(name)));
  return property === undefined ? undefined : { property, types: from[property] ?? [] };
}

/** What `storageEncrypted` is: the first generation of serverless clusters encrypts unless told otherwise. */
export function ownEncryption(props: View): { readonly isOn: boolean | undefined; readonly place: View } {
  const place = props.at("storageEncrypted");
  if (!place.isAbsent) return { isOn: known(place.boolean()), place };
  const mode = props.at("engineMode");
  return mode.isUnknown
    ? { isOn: undefined, place: mode }
    : { isOn: known(mode.string()) === "serverless", place };
}

function byItself(props: View, hasKey: boolean): Encryption {
  const { isOn, place } = ownEncryption(props);
  const decided = isOn === true ? "encrypted" : "plain";
  return { state: isOn === undefined ? "open" : decided, hasKey, place };
}

/** How a database, a snapshot or a copy is encrypted: by itself, or as what it is made from. */
export function encryptionOf(
  stack: StackIndex,
  resource: StackResource,
  seen: ReadonlySet<string> = new Set(),
): Encryption {
  const { props, urn } = resource;
  const hasKey = isSet(props.at("kmsKeyId"));
  const source = encryptionSource(resource);
  if (!source) return byItself(props, hasKey);
  const place = props.at(source.property);
  // A copy with a key is encrypted with it, whatever its source is.
  if (hasKey) return { state: "encrypted", hasKey, place };
  const [found] = stack.targets(resource, source.property, source.types).found;
  const from = found && !seen.has(found.urn) && encryptionOf(stack, found, new Set([...seen, urn]));
  const inherited: Encryption = from ? { ...from, place } : { state: "open", hasKey: undefined, place };
  // What a copy says itself is believed where its source cannot be seen; AWS makes it as its source is.
  const isBelieved = inherited.state === "open" && ownEncryption(props).isOn === true;
  return isBelieved ? { ...inherited, state: "encrypted" } : inherited;
}
