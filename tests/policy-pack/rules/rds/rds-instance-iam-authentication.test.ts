import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (props: object) => ({ instance: aws("rds/instance:Instance", { ...props }) });
const on = { iamDatabaseAuthenticationEnabled: true };

fixtures("rds-instance-iam-authentication", {
  pass: {
    "an instance with it": instance({ engine: "postgres", ...on }),
    "an instance with it whose engine is computed": instance({ engine: UNKNOWN, ...on }),
  },
  fail: { "an instance without": instance({ engine: "mysql", iamDatabaseAuthenticationEnabled: false }) },
  unknown: {
    "an instance whose setting is computed": instance({
      engine: "mariadb",
      iamDatabaseAuthenticationEnabled: UNKNOWN,
    }),
    "an instance without it whose engine is computed": instance({ engine: UNKNOWN }),
    "a replica, which has the engine of its source": instance({ replicateSourceDb: "orders" }),
  },
  unset: { "an instance that leaves it out": ["fail", instance({ engine: "mysql" })] },
  alias: { none: "one token" },
  notApplicable: { "an instance of SQL Server": instance({ engine: "sqlserver-se" }) },
});
