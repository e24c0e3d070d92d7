import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const cluster = (engine: string, logs?: unknown) => ({
  cluster: aws("rds/cluster:Cluster", {
    engine,
    ...(logs !== undefined && { enabledCloudwatchLogsExports: logs }),
  }),
});

fixtures("rds-cluster-log-exports", {
  pass: {
    "Aurora MySQL with its audit log": cluster("aurora-mysql", ["audit", "error"]),
    "Aurora PostgreSQL with its log": cluster("aurora-postgresql", ["postgresql"]),
  },
  fail: {
    "Aurora MySQL with its error log only": cluster("aurora-mysql", ["error"]),
    "PostgreSQL in three zones without": cluster("postgres", ["upgrade"]),
  },
  unknown: { "a cluster whose logs are computed": cluster("aurora-mysql", UNKNOWN) },
  unset: { "a cluster that leaves it out": ["fail", cluster("aurora-postgresql")] },
  alias: { none: "one token" },
  notApplicable: { "an engine that is not asked": cluster("neptune") },
});
