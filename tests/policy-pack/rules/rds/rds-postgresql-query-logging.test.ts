import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const statement = { name: "log_statement", value: "ddl" };
const duration = { name: "log_min_duration_statement", value: "0" };
const instance = (props: object) => aws("rds/instance:Instance", { engine: "postgres", ...props });
const joined = instance({ parameterGroupName: ref("group") });
const cluster = (props: object) => aws("rds/cluster:Cluster", { engine: "aurora-postgresql", ...props });
const group = (...parameters: readonly object[]) =>
  aws("rds/parameterGroup:ParameterGroup", { family: "postgres16", parameters });
const member = aws("rds/clusterInstance:ClusterInstance", {
  clusterIdentifier: ref("cluster"),
  dbParameterGroupName: ref("group"),
});

fixtures("rds-postgresql-query-logging", {
  pass: {
    "an instance that logs what changes data": {
      instance: joined,
      group: group({ ...statement, value: "mod" }, duration),
    },
    "an instance that logs all": { instance: joined, group: group({ ...statement, value: "all" }, duration) },
    "an instance that logs": { instance: joined, group: group(statement, duration) },
    "a replica of another engine's name that logs": {
      source: joined,
      replica: aws("rds/instance:Instance", {
        replicateSourceDb: ref("source"),
        parameterGroupName: ref("group"),
      }),
      group: group(statement, duration),
    },
    "a cluster whose instances log": { cluster: cluster({}), member, group: group(statement, duration) },
  },
  fail: {
    "a cluster of whose instances one logs": {
      cluster: cluster({}),
      member,
      group: group(statement, duration),
      silent: aws("rds/clusterInstance:ClusterInstance", {
        clusterIdentifier: ref("cluster"),
        dbParameterGroupName: ref("plain"),
      }),
      plain: group(duration),
    },
    "an instance that logs no statement": {
      instance: joined,
      group: group({ ...statement, value: "none" }, duration),
    },
    "an instance that logs however long it takes": {
      instance: joined,
      group: group(statement, { ...duration, value: "-1" }),
    },
    "an instance with the default group": {
      instance: instance({ parameterGroupName: "default.postgres16" }),
    },
  },
  unknown: {
    "an instance whose group is computed": { instance: instance({ parameterGroupName: UNKNOWN }) },
    "an instance whose parameter's name is computed": {
      instance: joined,
      group: group({ ...statement, name: UNKNOWN }, duration),
    },
    "a cluster whose instances have a group elsewhere": {
      cluster: cluster({}),
      member: aws("rds/clusterInstance:ClusterInstance", {
        clusterIdentifier: ref("cluster"),
        dbParameterGroupName: "logged",
      }),
    },
    "a replica of an instance elsewhere": {
      replica: aws("rds/instance:Instance", { replicateSourceDb: "orders" }),
    },
  },
  unset: { "an instance without a group": ["fail", { instance: instance({}) }] },
  alias: { "a cluster without a group": { cluster: cluster({}) } },
  notApplicable: {
    "an engine like PostgreSQL": { instance: instance({ engine: "my-postgres" }) },
    "an engine that begins like PostgreSQL": { instance: instance({ engine: "postgres-x" }) },
    "an instance of MySQL": { instance: instance({ engine: "mysql" }) },
  },
});
