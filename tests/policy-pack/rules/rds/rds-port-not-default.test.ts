import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const instance = (engine: unknown, props: object) => ({
  instance: aws("rds/instance:Instance", { engine, ...props }),
});

fixtures("rds-port-not-default", {
  pass: {
    "an engine like PostgreSQL on its own port": instance("my-postgres", { port: 5432 }),
    "an engine that begins like PostgreSQL on its own port": instance("postgres-x", { port: 5432 }),
    "an engine that holds oracle on its own port": instance("x-oracle", { port: 1521 }),
    "an engine that holds sqlserver on its own port": instance("x-sqlserver", { port: 1433 }),
    "an engine that holds db2 on its own port": instance("x-db2", { port: 50000 }),
    "PostgreSQL on another port": instance("postgres", { port: 5433 }),
    "PostgreSQL on the port of MySQL": instance("postgres", { port: 3306 }),
    "an engine that is computed, on a port of none": instance(UNKNOWN, { port: 6000 }),
  },
  fail: {
    "MySQL on its own port": instance("mysql", { port: 3306 }),
    "PostgreSQL on its own port": instance("postgres", { port: 5432 }),
    "an edition of Oracle on its own port": instance("oracle-se2", { port: 1521 }),
    "Db2 on its own port": instance("db2-se", { port: 50000 }),
  },
  unknown: {
    "an instance whose port is computed": instance("postgres", { port: UNKNOWN }),
    "an engine that is computed, on the port of one": instance(UNKNOWN, { port: 5432 }),
    "a replica, which has the port of its source": instance("postgres", { replicateSourceDb: "orders" }),
  },
  unset: { "an instance that leaves it out": ["fail", instance("mysql", {})] },
  alias: {
    "Aurora PostgreSQL on its own port": {
      cluster: aws("rds/cluster:Cluster", { engine: "aurora-postgresql", port: 5432 }),
    },
  },
});
