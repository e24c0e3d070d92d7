import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const cluster = (props: object) => ({ cluster: aws("rds/cluster:Cluster", { ...props }) });

fixtures("rds-cluster-deletion-protection", {
  pass: { "a protected cluster": cluster({ deletionProtection: true }) },
  fail: { "a cluster that is not": cluster({ deletionProtection: false }) },
  unknown: { "a cluster whose setting is computed": cluster({ deletionProtection: UNKNOWN }) },
  unset: { "a cluster that leaves it out": ["fail", cluster({})] },
  alias: { "a global cluster that leaves it out": { whole: aws("rds/globalCluster:GlobalCluster") } },
});
