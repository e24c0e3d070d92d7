import { aws, fixtures, ref, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });
const cluster = (props: object) => aws("rds/cluster:Cluster", { ...props });
const inGroup = (family: string, ...parameters: readonly object[]) => ({
  ...instance({ engine: family.replace(/[\d.]+$/, ""), parameterGroupName: ref("group") }),
  group: aws("rds/parameterGroup:ParameterGroup", { family, parameters }),
});
const force = (value: unknown) => ({ name: "rds.force_ssl", value });
const secure = (value: unknown) => ({ name: "require_secure_transport", value });

fixtures("rds-clients-use-tls", {
  pass: {
    "PostgreSQL that forces it": inGroup("postgres14", force("1")),
    "MySQL that forces it": inGroup("mysql8.0", secure("ON")),
    "PostgreSQL 15, which forces it by itself": inGroup("postgres15"),
    "MariaDB 11.8, which forces it by itself": inGroup("mariadb11.8"),
    "the default group of PostgreSQL 16": instance({
      engine: "postgres",
      parameterGroupName: "default.postgres16",
    }),
    "PostgreSQL 17 without a group": instance({ engine: "postgres", engineVersion: "17.2" }),
    "Aurora PostgreSQL that forces it": {
      cluster: cluster({ engine: "aurora-postgresql", dbClusterParameterGroupName: ref("group") }),
      group: aws("rds/clusterParameterGroup:ClusterParameterGroup", {
        family: "aurora-postgresql16",
        parameters: [force("1")],
      }),
    },
  },
  fail: {
    "PostgreSQL that says no": inGroup("postgres16", force("0")),
    "PostgreSQL 14, which does not force it by itself": inGroup("postgres14"),
    "MySQL 8.4, which does not force it by itself": inGroup("mysql8.4"),
    "MariaDB 11.4, which does not force it by itself": inGroup("mariadb11.4"),
    "SQL Server that leaves it out": inGroup("sqlserver-se-15.0"),
    "the default group of MySQL": instance({ engine: "mysql", parameterGroupName: "default.mysql8.0" }),
  },
  unknown: {
    "an instance whose group is computed": instance({ engine: "postgres", parameterGroupName: UNKNOWN }),
    "an instance whose parameter is computed": inGroup("postgres16", force(UNKNOWN)),
    "an instance without a group whose version AWS chooses": instance({ engine: "postgres" }),
    "an instance whose group is elsewhere": instance({ engine: "mysql", parameterGroupName: "secured" }),
  },
  unset: {
    "MySQL without a group": ["fail", instance({ engine: "mysql", engineVersion: "8.0.36" })],
    "Aurora PostgreSQL 16 without a group": [
      "fail",
      { cluster: cluster({ engine: "aurora-postgresql", engineVersion: "16.4" }) },
    ],
  },
  alias: {
    "Aurora MySQL without a group": {
      cluster: cluster({ engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.05.2" }),
    },
  },
  notApplicable: { "an instance of Oracle": instance({ engine: "oracle-se2" }) },
});
