import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const cluster = (props: object) => ({
  cluster: aws("rds/cluster:Cluster", { engine: "aurora-mysql", ...props }),
});

fixtures("aurora-mysql-backtrack", {
  pass: { "a cluster that can be turned back a day": cluster({ backtrackWindow: 86400 }) },
  fail: { "a cluster that can be turned back a second less": cluster({ backtrackWindow: 86399 }) },
  unknown: {
    "a cluster whose window is computed": cluster({ backtrackWindow: UNKNOWN }),
    "a cluster whose engine is computed": cluster({ engine: UNKNOWN }),
  },
  unset: { "a cluster that leaves it out": ["fail", cluster({})] },
  alias: { none: "one token" },
  notApplicable: {
    "a cluster of another engine": cluster({ engine: "aurora-postgresql" }),
    "a member of a global cluster": cluster({ globalClusterIdentifier: UNKNOWN }),
  },
});
