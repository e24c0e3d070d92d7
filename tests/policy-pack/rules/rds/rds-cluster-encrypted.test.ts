import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const cluster = (props: object) => aws("rds/cluster:Cluster", { engine: "aurora-mysql", ...props });
const whole = (props: object) => aws("rds/globalCluster:GlobalCluster", { ...props });

fixtures("rds-cluster-encrypted", {
  pass: {
    "an encrypted cluster": { cluster: cluster({ storageEncrypted: true }) },
    "a serverless cluster of the first generation": { cluster: cluster({ engineMode: "serverless" }) },
    "a cluster restored with a key": {
      cluster: cluster({ snapshotIdentifier: "nightly", kmsKeyId: UNKNOWN }),
    },
    "a member of an encrypted global cluster": {
      whole: whole({ storageEncrypted: true }),
      member: cluster({ globalClusterIdentifier: ref("whole") }),
    },
    "a cluster made from a snapshot of an encrypted one": {
      source: cluster({ storageEncrypted: true }),
      snapshot: aws("rds/clusterSnapshot:ClusterSnapshot", { dbClusterIdentifier: ref("source") }),
      restored: cluster({ snapshotIdentifier: ref("snapshot") }),
    },
  },
  fail: {
    "a cluster that is not": { cluster: cluster({ storageEncrypted: false }) },
    "a serverless cluster that says no": {
      cluster: cluster({ engineMode: "serverless", storageEncrypted: false }),
    },
    "a member of a global cluster that is not": {
      whole: whole({}),
      member: cluster({ globalClusterIdentifier: ref("whole") }),
    },
    "a replica of a cluster that is not": {
      source: cluster({}),
      replica: cluster({ replicationSourceIdentifier: ref("source") }),
    },
  },
  unknown: {
    "a cluster whose setting is computed": { cluster: cluster({ storageEncrypted: UNKNOWN }) },
    "a cluster whose mode is computed": { cluster: cluster({ engineMode: UNKNOWN }) },
    "a member of a global cluster elsewhere": { member: cluster({ globalClusterIdentifier: "orders" }) },
    "two clusters that are made from each other": {
      whole: whole({ sourceDbClusterIdentifier: ref("member") }),
      member: cluster({ globalClusterIdentifier: ref("whole") }),
    },
  },
  unset: { "a cluster that leaves it out": ["fail", { cluster: cluster({}) }] },
  alias: { none: "one token" },
});
