import * as assert from "node:assert/strict";

import type { DataArgs } from "../../../infra/data";
import { dataProblems } from "../../../infra/data/settings";
import { dataArgs, largeArgs } from "./built";

const { catalogue, sizes } = dataArgs;

const paths = (changes: Partial<DataArgs>): string[] =>
  dataProblems({ ...dataArgs, ...changes }).map(({ path }) => path.join("."));

const withSizes = (changes: Partial<DataArgs["sizes"]>): string[] =>
  paths({ sizes: { ...sizes, ...changes } });

const withCatalogue = (changes: Partial<DataArgs["catalogue"]>): string[] =>
  paths({ catalogue: { ...catalogue, ...changes } });

const store = { description: "Another", owner: "team-a", criticality: "low", domain: "sales" } as const;
const key = { partitionKey: { name: "id", type: "S" } } as const;

describe("the arguments of a data layer", () => {
  it("are accepted where all is fine", () => {
    assert.deepEqual(dataProblems(dataArgs), []);
    assert.deepEqual(dataProblems(largeArgs), []);
  });

  it("are refused all at once, each with its path, what was given and what is allowed", () => {
    const problems = dataProblems({
      ...dataArgs,
      sizes: {
        ...sizes,
        keyDeletionWindowDays: 6,
        caches: {},
        buckets: { ...sizes.buckets, unknown: { noncurrentVersionDays: 1, infrequentAccessAfterDays: 30 } },
      },
    });
    assert.deepEqual(problems, [
      { path: ["sizes", "keyDeletionWindowDays"], given: "6", allowed: "days, 7 to 30" },
      {
        path: ["sizes", "caches", "sessions"],
        given: "nothing",
        allowed: "a size: the catalogue has it",
      },
      {
        path: ["sizes", "buckets", "unknown"],
        given: '"unknown"',
        allowed: "one of documents, exports",
      },
    ]);
  });

  it("name both sides of a size table that differ", () => {
    for (const kind of ["databases", "tables", "caches", "buckets"] as const) {
      const names = Object.keys(catalogue[kind]);
      assert.deepEqual(
        withSizes({ [kind]: {} }),
        names.map((name) => `sizes.${kind}.${name}`),
      );
      const own = sizes[kind];
      const first = Object.values<unknown>(own).at(0);
      const extra = { ...own, another: first } as never;
      assert.deepEqual(withSizes({ [kind]: extra }), [`sizes.${kind}.another`]);
    }
  });

  it("need a platform's domain, and domains that exist", () => {
    const { platform, ...others } = catalogue.domains;
    assert.ok(platform);
    assert.deepEqual(withCatalogue({ domains: others }), ["catalogue.domains.platform"]);
    const secrets = { other: { ...store, domain: "nowhere" } };
    assert.deepEqual(withCatalogue({ secrets }), ["catalogue.secrets.other.domain"]);
  });

  for (const name of ["Orders", "1st", "a--b", "a-", "a_b", "x".repeat(49), ""]) {
    it(`refuse the name ${JSON.stringify(name)}`, () => {
      assert.deepEqual(withCatalogue({ secrets: { [name]: store } }), [`catalogue.secrets.${name}`]);
    });
  }

  it("refuse a time of maintenance that meets that of backups, over midnight, too", () => {
    assert.deepEqual(withSizes({ backupWindow: "02:30-03:30" }), ["sizes.maintenanceWindow"]);
    assert.deepEqual(withSizes({ backupWindow: "23:30-00:30", maintenanceWindow: "mon:00:00-mon:01:00" }), [
      "sizes.maintenanceWindow",
    ]);
    assert.deepEqual(withSizes({ backupWindow: "noon", maintenanceWindow: "sunday" }), [
      "sizes.backupWindow",
      "sizes.maintenanceWindow",
    ]);
    assert.deepEqual(withSizes({ backupWindow: "02:00-03:00" }), []);
  });

  it("refuse a database that AWS would refuse", () => {
    const orders = catalogue.databases.orders;
    assert.ok(orders);
    const changed = (change: object): string[] =>
      withCatalogue({ databases: { ...catalogue.databases, orders: { ...orders, ...change } } });
    assert.deepEqual(changed({ majorVersion: "17.4" }), ["catalogue.databases.orders.majorVersion"]);
    for (const databaseName of ["1st", "my-db", "postgres", "x".repeat(64), ""]) {
      assert.deepEqual(changed({ databaseName }), ["catalogue.databases.orders.databaseName"], databaseName);
    }
  });

  it("refuse a database that has the name of a cluster's instance", () => {
    const people = catalogue.databases.people;
    const size = sizes.databases.people;
    assert.ok(people && size);
    assert.deepEqual(
      paths({
        catalogue: { ...catalogue, databases: { ...catalogue.databases, "orders-writer": people } },
        sizes: { ...sizes, databases: { ...sizes.databases, "orders-writer": size } },
      }),
      ["catalogue.databases.orders-writer"],
    );
  });

  it("refuse the size of a cluster for an instance, and of an instance for a cluster", () => {
    const { orders, people } = sizes.databases;
    assert.ok(orders && people);
    assert.deepEqual(withSizes({ databases: { ...sizes.databases, orders: people, people: orders } }), [
      "sizes.databases.orders",
      "sizes.databases.people",
    ]);
  });

  const clusterSizes: readonly [change: object, path: string][] = [
    [{ capacity: { minimumAcu: 0.3, maximumAcu: 4 } }, "capacity.minimumAcu"],
    [{ capacity: { minimumAcu: 8, maximumAcu: 4 } }, "capacity.maximumAcu"],
    [{ capacity: { minimumAcu: 0, maximumAcu: 0.5 } }, "capacity.maximumAcu"],
    [{ capacity: { minimumAcu: 1, maximumAcu: 257 } }, "capacity.maximumAcu"],
    [{ capacity: { instanceClass: "db.serverless" } }, "capacity.instanceClass"],
    [{ readers: { minimum: 3, maximum: 2 } }, "readers.maximum"],
    [{ readers: { minimum: 0, maximum: 16 } }, "readers.maximum"],
    [{ backupRetentionDays: 0 }, "backupRetentionDays"],
    [{ backupRetentionDays: 36 }, "backupRetentionDays"],
    [{ monitoringSeconds: 0 }, "monitoringSeconds"],
    [{ insights: "none" }, "insights"],
  ];
  for (const [change, path] of clusterSizes) {
    it(`refuse the size of a cluster: ${JSON.stringify(change)}`, () => {
      const orders = { ...sizes.databases.orders, ...change } as never;
      assert.deepEqual(withSizes({ databases: { ...sizes.databases, orders } }), [
        `sizes.databases.orders.${path}`,
      ]);
    });
  }

  const instanceSizes: readonly [change: object, path: string][] = [
    [{ instanceClass: "m7g.large" }, "instanceClass"],
    [{ storageGib: { allocated: 19, maximum: 100 } }, "storageGib.allocated"],
    [{ storageGib: { allocated: 100, maximum: 109 } }, "storageGib.maximum"],
    [{ storageGib: { allocated: 100, maximum: 70_000 } }, "storageGib.maximum"],
  ];
  for (const [change, path] of instanceSizes) {
    it(`refuse the size of an instance: ${JSON.stringify(change)}`, () => {
      const people = { ...sizes.databases.people, ...change } as never;
      assert.deepEqual(withSizes({ databases: { ...sizes.databases, people } }), [
        `sizes.databases.people.${path}`,
      ]);
    });
  }

  it("hold a table to the mode of its capacity", () => {
    const range = { minimum: 1, maximum: 2 };
    assert.deepEqual(withSizes({ tables: { ...sizes.tables, counters: "on-demand" } }), [
      "sizes.tables.counters",
    ]);
    assert.deepEqual(withSizes({ tables: { ...sizes.tables, idempotency: { read: range, write: range } } }), [
      "sizes.tables.idempotency",
    ]);
    const counters = { read: { minimum: 5, maximum: 2 }, write: { minimum: 0, maximum: 50_000 } };
    assert.deepEqual(withSizes({ tables: { ...sizes.tables, counters } }), [
      "sizes.tables.counters.read.maximum",
      "sizes.tables.counters.write.minimum",
      "sizes.tables.counters.write.maximum",
    ]);
  });

  it("refuse a table whose keys contradict each other", () => {
    const table = (change: object): string[] =>
      withCatalogue({
        tables: { ...catalogue.tables, counters: { ...store, ...key, ...change } },
      }).map((path) => path.replace("catalogue.tables.counters", "counters"));
    const indexes = { "by-id": { partitionKey: { name: "id", type: "N" } } };
    assert.deepEqual(table({ capacityMode: "provisioned", indexes }), ["counters.capacityMode", "counters"]);
    assert.deepEqual(table({ capacityMode: "provisioned", timeToLive: "id" }), ["counters.timeToLive"]);
    assert.deepEqual(table({ capacityMode: "provisioned", sortKey: { name: "id", type: "N" } }), [
      "counters",
    ]);
  });

  it("refuse a cache's users where there is no such cache, or two would be the same", () => {
    assert.deepEqual(paths({ cacheUsers: { other: { web: "read" } } }), ["cacheUsers.other"]);
    assert.deepEqual(paths({ cacheUsers: { sessions: { default: "read", Web: "read" } } }), [
      "cacheUsers.sessions.Web",
      "cacheUsers.sessions.default",
    ]);
    const cache = catalogue.caches.sessions;
    const size = sizes.caches.sessions;
    assert.ok(cache && size);
    const caches = { ...catalogue.caches, "sessions-web": cache };
    const grown = {
      catalogue: { ...catalogue, caches },
      sizes: { ...sizes, caches: { ...sizes.caches, "sessions-web": size } },
    };
    const cacheUsers = { sessions: { "web-a": "read" }, "sessions-web": { a: "read" } } as const;
    assert.deepEqual(paths({ ...grown, cacheUsers }), ["cacheUsers.sessions-web.a"]);
  });

  it("refuse a version of Valkey that is not known", () => {
    const sessions = { ...catalogue.caches.sessions, majorVersion: "6" } as never;
    assert.deepEqual(withCatalogue({ caches: { sessions } }), ["catalogue.caches.sessions.majorVersion"]);
  });

  it("keep the name of the bucket of access logs", () => {
    const size = sizes.buckets.exports;
    assert.ok(size);
    assert.deepEqual(
      paths({
        catalogue: { ...catalogue, buckets: { "access-logs": store } },
        sizes: { ...sizes, buckets: { "access-logs": size } },
      }),
      ["catalogue.buckets.access-logs"],
    );
  });

  it("need a data tier in two zones where databases or caches stand in it", () => {
    const [first] = dataArgs.placement.subnets.data;
    assert.ok(first);
    const placement = { ...dataArgs.placement, subnets: { ...dataArgs.placement.subnets, data: [first] } };
    assert.deepEqual(paths({ placement }), ["placement.subnets.data"]);
  });

  it("need an account and an environment that names can begin with", () => {
    const scope = { ...dataArgs.scope, accountId: "1", environment: "Dev" };
    assert.deepEqual(paths({ scope }), ["scope.environment", "scope.accountId"]);
  });
});
