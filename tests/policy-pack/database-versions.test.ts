import * as assert from "node:assert/strict";

import { AS_OF, forcesTls, hasStandardSupport } from "../../policy-pack/aws/database-versions";

describe("what is known of the versions of databases", () => {
  it("was compared with what AWS publishes within the last eighteen months", () => {
    const age = Date.now() - Date.parse(AS_OF);
    assert.ok(age < 548 * 24 * 60 * 60 * 1000, `compare database-versions.ts with AWS's calendars again`);
  });

  it("says that a major version has support until its last day, that day included", () => {
    assert.equal(hasStandardSupport("postgres", "14.9", "2027-02-28"), true);
    assert.equal(hasStandardSupport("postgres", "14.9", "2027-03-01"), false);
    assert.equal(hasStandardSupport("mysql", "8.0.36", "2026-07-31"), true);
    assert.equal(hasStandardSupport("mysql", "8.0.36", "2026-08-01"), false);
    assert.equal(hasStandardSupport("aurora-mysql", "8.0.mysql_aurora.3.05.2", "2028-04-30"), true);
    assert.equal(hasStandardSupport("aurora-mysql", "8.0.mysql_aurora.3.05.2", "2028-05-01"), false);
  });

  it("says that older versions have none on any day, and newer ones always", () => {
    assert.equal(hasStandardSupport("postgres", "9.6.24", "2020-01-01"), false);
    assert.equal(hasStandardSupport("mariadb", "10.5.20", "2020-01-01"), false);
    assert.equal(hasStandardSupport("mysql", "5.7", "2020-01-01"), false);
    assert.equal(hasStandardSupport("mysql", "9.7.1", "2099-01-01"), true);
    assert.equal(hasStandardSupport("mysql", "8", "2026-08-01"), false);
  });

  it("knows which families force encrypted connections by themselves", () => {
    const families = ["postgres14", "postgres15", "aurora-postgresql16", "aurora-postgresql17"];
    assert.deepEqual(families.map(forcesTls), [false, true, false, true]);
    const others = [
      "mysql8.4",
      "mysql9.7",
      "mariadb11.4",
      "mariadb11.8",
      "aurora-mysql8.0",
      "sqlserver-ex-15.0",
    ];
    assert.deepEqual(others.map(forcesTls), [false, true, false, true, false, false]);
    assert.deepEqual([undefined, "oracle-se2-19", "postgres"].map(forcesTls), [
      undefined,
      undefined,
      undefined,
    ]);
  });
});
