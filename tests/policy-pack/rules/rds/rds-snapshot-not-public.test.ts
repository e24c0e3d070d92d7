import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const shared = (type: string, sharedAccounts?: unknown) => ({
  snapshot: aws(`rds/${type}`, sharedAccounts === undefined ? {} : { sharedAccounts }),
});

fixtures("rds-snapshot-not-public", {
  pass: { "a snapshot for one account": shared("snapshot:Snapshot", ["111122223333"]) },
  fail: {
    "a snapshot for everyone": shared("snapshot:Snapshot", ["all"]),
    "a snapshot for everyone, besides what is computed": shared("snapshot:Snapshot", [UNKNOWN, "all"]),
  },
  unknown: {
    "a snapshot whose accounts are computed": shared("snapshot:Snapshot", UNKNOWN),
    "a snapshot one of whose accounts is computed": shared("snapshot:Snapshot", ["111122223333", UNKNOWN]),
  },
  unset: { "a snapshot for nobody else": ["pass", shared("snapshot:Snapshot")] },
  alias: {
    "a copy for everyone": shared("snapshotCopy:SnapshotCopy", ["all"]),
    "a snapshot of a cluster for everyone": shared("clusterSnapshot:ClusterSnapshot", ["all"]),
    "a copy of one for everyone": shared("clusterSnapshotCopy:ClusterSnapshotCopy", ["all"]),
  },
});
