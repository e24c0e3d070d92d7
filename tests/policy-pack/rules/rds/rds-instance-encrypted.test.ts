import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => aws("rds/instance:Instance", { engine: "postgres", ...props });
const plain = instance({ storageEncrypted: false });
const encrypted = instance({ storageEncrypted: true });
const snapshot = (of: string) => aws("rds/snapshot:Snapshot", { dbInstanceIdentifier: ref(of) });

fixtures("rds-instance-encrypted", {
  pass: {
    "an encrypted instance": { instance: encrypted },
    "a replica of an encrypted instance": {
      source: encrypted,
      replica: instance({ replicateSourceDb: ref("source") }),
    },
    "a replica in another Region with a key": {
      replica: instance({
        replicateSourceDb: "arn:aws:rds:eu-west-1:111122223333:db:orders",
        kmsKeyId: UNKNOWN,
      }),
    },
    "a replica of an instance elsewhere that says so": {
      replica: instance({ replicateSourceDb: "orders", storageEncrypted: true }),
    },
    "an instance made from a snapshot of an encrypted one": {
      source: encrypted,
      snapshot: snapshot("source"),
      restored: instance({ snapshotIdentifier: ref("snapshot") }),
    },
    "an instance made from an encrypted copy of a snapshot": {
      copy: aws("rds/snapshotCopy:SnapshotCopy", {
        sourceDbSnapshotIdentifier: "nightly",
        kmsKeyId: UNKNOWN,
      }),
      restored: instance({ snapshotIdentifier: ref("copy"), storageEncrypted: false }),
    },
    "an instance made from a moment of an encrypted one": {
      source: encrypted,
      restored: instance({ restoreToPointInTime: { sourceDbInstanceIdentifier: ref("source") } }),
    },
  },
  fail: {
    "an instance that is not": { instance: plain },
    "an instance with a key that does not encrypt": { instance: instance({ kmsKeyId: UNKNOWN }) },
    "a replica of an instance that is not": {
      source: plain,
      replica: instance({ replicateSourceDb: ref("source") }),
    },
    "a replica that says so of an instance that is not": {
      source: plain,
      replica: instance({ replicateSourceDb: ref("source"), storageEncrypted: true }),
    },
    "an instance made from a snapshot of one that is not": {
      source: plain,
      snapshot: snapshot("source"),
      restored: instance({ snapshotIdentifier: ref("snapshot") }),
    },
    "an instance imported from a bucket": { instance: instance({ s3Import: { bucketName: "dumps" } }) },
  },
  unknown: {
    "an instance whose setting is computed": { instance: instance({ storageEncrypted: UNKNOWN }) },
    "a replica of an instance elsewhere": { replica: instance({ replicateSourceDb: "orders" }) },
    "an instance made from a snapshot elsewhere": { restored: instance({ snapshotIdentifier: "nightly" }) },
    "a replica of an instance whose setting is computed": {
      source: instance({ storageEncrypted: UNKNOWN }),
      replica: instance({ replicateSourceDb: ref("source"), storageEncrypted: false }),
    },
  },
  unset: { "an instance that leaves it out": ["fail", { instance: instance({}) }] },
  alias: { none: "one token" },
  otherTypes: { "an instance of a cluster": { member: aws("rds/clusterInstance:ClusterInstance") } },
});
