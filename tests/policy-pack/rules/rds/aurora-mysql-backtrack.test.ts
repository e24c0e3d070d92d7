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
    "an engine of a longer name": cluster({ engine: "aurora-mysql-serverless" }),
    "an engine of another beginning": cluster({ engine: "custom-aurora-mysql" }),
    "a cluster of another engine": cluster({ engine: "aurora-postgresql" }),
    "a member of a global cluster": cluster({ globalClusterIdentifier: UNKNOWN }),
  },
});

describe("with a window of a second", () => {
  fixtures("aurora-mysql-backtrack", {
    pass: { "a cluster that can be turned back a second": cluster({ backtrackWindow: 1 }) },
    fail: { "a cluster that cannot": cluster({ backtrackWindow: 0 }) },
    unknown: { none: "as above" },
    unset: { "a cluster that leaves it out": ["fail", cluster({})] },
    alias: { none: "one token" },
    settings: { properties: { leastSeconds: 1 } },
  });
});
