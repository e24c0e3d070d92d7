import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const whole = (props: object) => aws("rds/globalCluster:GlobalCluster", { ...props });
const cluster = (props: object) => aws("rds/cluster:Cluster", { engine: "aurora-mysql", ...props });

fixtures("rds-global-cluster-encrypted", {
  pass: {
    "an encrypted global cluster": { whole: whole({ storageEncrypted: true }) },
    "one made from an encrypted cluster": {
      first: cluster({ storageEncrypted: true }),
      whole: whole({ sourceDbClusterIdentifier: ref("first") }),
    },
  },
  fail: {
    "a global cluster that is not": { whole: whole({ storageEncrypted: false }) },
    "one made from a cluster that is not": {
      first: cluster({}),
      whole: whole({ sourceDbClusterIdentifier: ref("first") }),
    },
  },
  unknown: {
    "a global cluster whose setting is computed": { whole: whole({ storageEncrypted: UNKNOWN }) },
    "one made from a cluster elsewhere": { whole: whole({ sourceDbClusterIdentifier: UNKNOWN }) },
  },
  unset: { "a global cluster that leaves it out": ["fail", { whole: whole({}) }] },
  alias: { none: "one token" },
});
