import * as assert from "node:assert/strict";

import { clusterEngines, instanceEngines } from "../../../infra/data/data-args";
import { dataPorts } from "../../../infra/data/data-ports";
import { databaseUser, engineFacts, engineParameters } from "../../../infra/data/database-engines";
import { dataArgs } from "./built";

const engines = [...clusterEngines, ...instanceEngines];

/** Values by which an engine refuses connections without TLS, by parameter. Source: UsingWithRDS.SSL, 2026-11 */
const forced: Readonly<Record<string, readonly string[]>> = {
  "rds.force_ssl": ["1"],
  require_secure_transport: ["1", "ON"],
};

describe("the engines of databases", () => {
  for (const engine of engines) {
    it(`refuse connections without TLS: ${engine}`, () => {
      const refusing = engineParameters(engine).filter(({ name, value }) => forced[name]?.includes(value));
      assert.equal(refusing.length, 1);
    });

    it(`set no parameter twice: ${engine}`, () => {
      const names = engineParameters(engine).map(({ name }) => name);
      assert.equal(new Set(names).size, names.length);
    });

    it(`are asked for by a major version alone: ${engine}`, () => {
      const { version, versionExample } = engineFacts[engine];
      assert.match(versionExample, version);
      assert.doesNotMatch(`${versionExample}.1`, version);
      assert.doesNotMatch("latest", version);
    });

    it(`log failed sign-ins: ${engine}`, () => {
      assert.ok(engineFacts[engine].logs.includes("iam-db-auth-error"));
    });
  }

  it("listen on ports that the network can open, each named once", () => {
    assert.deepEqual(dataPorts(dataArgs.catalogue), [3306, 5432, 6379]);
    assert.deepEqual(dataPorts({ databases: {}, caches: {} }), []);
  });

  it("know a workload by its name in snake case", () => {
    assert.equal(databaseUser("quote-requests"), "quote_requests");
  });
});
