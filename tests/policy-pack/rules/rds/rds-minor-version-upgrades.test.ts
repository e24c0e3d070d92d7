import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });
const off = { autoMinorVersionUpgrade: false };

fixtures("rds-minor-version-upgrades", {
  pass: { "an instance that takes them": instance({ autoMinorVersionUpgrade: true }) },
  fail: { "an instance that does not": instance(off) },
  unknown: { "an instance whose setting is computed": instance({ autoMinorVersionUpgrade: UNKNOWN }) },
  unset: { "an instance that leaves it out": ["pass", instance({})] },
  alias: {
    "an instance of a cluster that does not": { member: aws("rds/clusterInstance:ClusterInstance", off) },
    "a cluster that does not": { cluster: aws("rds/cluster:Cluster", off) },
  },
});
