import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const cluster = (props: object) => ({ cluster: aws("rds/cluster:Cluster", { ...props }) });

fixtures("rds-cluster-backup-retention", {
  pass: { "a cluster that keeps the least": cluster({ backupRetentionPeriod: 7 }) },
  fail: {
    "a cluster that keeps a day less": cluster({ backupRetentionPeriod: 6 }),
    "a cluster with the default filled in": cluster({ backupRetentionPeriod: 1 }),
  },
  unknown: { "a cluster whose retention is computed": cluster({ backupRetentionPeriod: UNKNOWN }) },
  unset: { "a cluster that leaves it out": ["fail", cluster({})] },
  alias: { none: "one token" },
});
