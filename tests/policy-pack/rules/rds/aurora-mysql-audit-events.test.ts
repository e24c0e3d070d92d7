import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const cluster = (props: object) => aws("rds/cluster:Cluster", { engine: "aurora-mysql", ...props });
const joined = cluster({ dbClusterParameterGroupName: ref("group") });
const group = (parameters: unknown) =>
  aws("rds/clusterParameterGroup:ClusterParameterGroup", { family: "aurora-mysql8.0", parameters });
const logging = { name: "server_audit_logging", value: "1" };
const events = { name: "server_audit_events", value: "CONNECT,QUERY_DDL" };

fixtures("aurora-mysql-audit-events", {
  pass: {
    "a cluster that records events": { cluster: joined, group: group([logging, events]) },
    "a cluster that names its group": {
      cluster: cluster({ dbClusterParameterGroupName: "audited" }),
      group: { ...group([logging, events]), outputs: { name: "audited" } },
    },
  },
  fail: {
    "a cluster that records nothing": { cluster: joined, group: group([{ ...logging, value: "0" }, events]) },
    "a cluster that names no events": { cluster: joined, group: group([logging]) },
    "a cluster with the default group": {
      cluster: cluster({ dbClusterParameterGroupName: "default.aurora-mysql8.0" }),
    },
  },
  unknown: {
    "a cluster whose group is computed": { cluster: cluster({ dbClusterParameterGroupName: UNKNOWN }) },
    "a cluster whose group is elsewhere": { cluster: cluster({ dbClusterParameterGroupName: "audited" }) },
    "a cluster whose parameter is computed": {
      cluster: joined,
      group: group([{ ...logging, value: UNKNOWN }, events]),
    },
    "a cluster whose parameters are computed": { cluster: joined, group: group(UNKNOWN) },
    "a cluster whose engine is computed": { cluster: cluster({ engine: UNKNOWN }) },
  },
  unset: { "a cluster without a group": ["fail", { cluster: cluster({}) }] },
  alias: { none: "one token" },
  notApplicable: { "a cluster of another engine": { cluster: cluster({ engine: "aurora-postgresql" }) } },
});
