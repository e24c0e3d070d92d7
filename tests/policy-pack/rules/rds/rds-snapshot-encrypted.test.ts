import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => aws("rds/instance:Instance", { ...props });
const snapshot = aws("rds/snapshot:Snapshot", { dbInstanceIdentifier: ref("instance") });
const copy = (props: object) =>
  aws("rds/snapshotCopy:SnapshotCopy", { sourceDbSnapshotIdentifier: ref("snapshot"), ...props });
const ofCluster = aws("rds/clusterSnapshot:ClusterSnapshot", { dbClusterIdentifier: ref("cluster") });
const encrypted = instance({ storageEncrypted: true });

fixtures("rds-snapshot-encrypted", {
  pass: {
    "a snapshot of an encrypted instance": { instance: encrypted, snapshot },
    "a copy with a key": { copy: copy({ sourceDbSnapshotIdentifier: "nightly", kmsKeyId: UNKNOWN }) },
    "a copy of a snapshot whose instance has a key": {
      instance: instance({ storageEncrypted: true, kmsKeyId: UNKNOWN }),
      snapshot,
      copy: copy({}),
    },
  },
  fail: {
    "a snapshot of an instance that is not": { instance: instance({}), snapshot },
    "a copy without a key of an instance without": { instance: encrypted, snapshot, copy: copy({}) },
    "a copy with the key of AWS": { copy: copy({ kmsKeyId: "alias/aws/rds" }) },
  },
  unknown: {
    "a snapshot of an instance elsewhere": {
      snapshot: aws("rds/snapshot:Snapshot", { dbInstanceIdentifier: "orders" }),
    },
    "a snapshot of an instance whose setting is computed": {
      instance: instance({ storageEncrypted: UNKNOWN }),
      snapshot,
    },
  },
  unset: {
    "a copy without a key of a snapshot elsewhere": [
      "undetermined",
      { copy: copy({ sourceDbSnapshotIdentifier: "nightly" }) },
    ],
  },
  alias: {
    "a snapshot of a cluster that is not": { cluster: aws("rds/cluster:Cluster"), snapshot: ofCluster },
  },
});
