import * as assert from "node:assert/strict";

import { aws, fixtures, judge, UNKNOWN } from "../../support/fixtures";

const instance = (engine: unknown, logs?: unknown) => ({
  instance: aws("rds/instance:Instance", {
    engine,
    ...(logs !== undefined && { enabledCloudwatchLogsExports: logs }),
  }),
});

fixtures("rds-instance-log-exports", {
  pass: {
    "PostgreSQL with its logs": instance("postgres", ["postgresql", "upgrade"]),
    "PostgreSQL with its logs and one that is computed": instance("postgres", [
      "postgresql",
      "upgrade",
      UNKNOWN,
    ]),
    "MySQL with its logs": instance("mysql", ["audit", "error", "general", "slowquery"]),
    "an edition of Oracle with its logs": instance("oracle-se2", ["alert", "audit", "listener", "trace"]),
    "SQL Server Express, which has no agent": instance("sqlserver-ex", ["error"]),
  },
  fail: {
    "PostgreSQL without its upgrade log": instance("postgres", ["postgresql"]),
    "SQL Server without its agent's log": instance("sqlserver-se", ["error"]),
    "MariaDB without any": instance("mariadb", []),
  },
  unknown: {
    "an instance whose logs are computed": instance("postgres", UNKNOWN),
    "an instance one of whose logs is computed": instance("postgres", ["postgresql", UNKNOWN]),
    "an instance whose engine is computed": instance(UNKNOWN, []),
  },
  unset: { "an instance that leaves it out": ["fail", instance("postgres")] },
  alias: { none: "one token" },
  notApplicable: { "an engine that is not asked": instance("db2-se") },
});

describe("rds-instance-log-exports with logs of its own", () => {
  it("tells one finding for each missing log that is asked for", async () => {
    const settings = { properties: { logs: { mysql: ["error", "slowquery"] } } };
    const { lines } = await judge("rds-instance-log-exports", instance("mysql", []), settings);
    assert.deepEqual(
      lines.map(({ finding }) => finding),
      ["error", "slowquery"],
    );
  });
});
