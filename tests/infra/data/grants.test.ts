import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import type { Grant } from "../../../infra/core/grant";
import { renderStatements, type PolicyStatement } from "../../../infra/core/policy-statement";
import type { DataUse } from "../../../infra/data";
import { buildAll, of, type StatementJson } from "./built";

const workload = "web";
const uses: readonly DataUse[] = [
  { workload, kind: "database", name: "orders", access: "write" },
  { workload, kind: "database", name: "people", access: "read" },
  { workload, kind: "table", name: "appointments", access: "write" },
  { workload, kind: "table", name: "counters", access: "read" },
  { workload, kind: "table", name: "idempotency", access: "write", ownItemsOnly: true },
  { workload, kind: "cache", name: "sessions", access: "write" },
  { workload, kind: "bucket", name: "documents", access: "write" },
  { workload, kind: "bucket", name: "exports", access: "read" },
  { workload, kind: "secret", name: "payment-gateway", access: "read" },
];

const granted = (use: DataUse): Grant => of("small").data.grant(use);

const settled = <T>(value: pulumi.Input<T>): Promise<T> =>
  new Promise((resolve) => {
    pulumi.output(value).apply((known) => {
      resolve(known as T);
    });
  });

async function statementsOf(use: DataUse): Promise<readonly StatementJson[]> {
  const statements = (await settled(granted(use).statements)) as unknown as readonly PolicyStatement[];
  return (JSON.parse(renderStatements(statements)) as { Statement: StatementJson[] }).Statement;
}

const settingsOf = async (use: DataUse): Promise<Record<string, string>> =>
  (await settled(granted(use).settings)) as Record<string, string>;

const use = (kind: DataUse["kind"], name: string, access: DataUse["access"], by = workload): DataUse => ({
  workload: by,
  kind,
  name,
  access,
});

describe("what using a store takes", function () {
  this.timeout(240_000);
  before(buildAll);

  it("names its resources in every statement, one store's and its key's", async () => {
    for (const each of uses) {
      for (const { Sid, Resource = [], Action } of await statementsOf(each)) {
        assert.ok(Resource.length > 0, Sid);
        for (const resource of Resource) {
          assert.match(resource, /^arn:aws:[a-z0-9-]+:[a-z0-9-]*:\d*:.+/, Sid);
          const wild = resource.replace(/\/\*$/, "");
          assert.ok(!wild.includes("*"), `${Sid}: ${resource}`);
        }
        assert.ok(
          Action.every((action) => !action.endsWith(":*")),
          Sid,
        );
      }
    }
  });

  it("has statements of unlike names, so that they fit into one role", async () => {
    const sids = (await Promise.all(uses.map(statementsOf))).flat().map(({ Sid }) => Sid);
    assert.deepEqual(
      sids.filter((sid, index) => sids.indexOf(sid) !== index),
      [],
    );
  });

  it("reaches keys only through the service of the store, and never its other uses", async () => {
    for (const each of uses) {
      for (const { Sid, Action, Condition, Resource } of await statementsOf(each)) {
        if (!Action.some((action) => action.startsWith("kms:"))) continue;
        assert.match(Resource?.[0] ?? "", /:key\//, Sid);
        assert.match(
          String(Condition?.StringEquals?.["kms:ViaService"]),
          /^(dynamodb|s3|secretsmanager)\.eu-west-1\./,
        );
        assert.ok(!Action.includes("kms:CreateGrant"), Sid);
        const writes = Action.some((action) => /Encrypt$|GenerateDataKey|ReEncrypt/.test(action));
        assert.equal(writes, each.access === "write", Sid);
      }
    }
  });

  it("lets who reads change nothing", async () => {
    const writing = /(Put|Delete|Update|Write|Abort|GenerateDataKey|:Encrypt$)/;
    for (const each of uses.filter(({ access }) => access === "read")) {
      const actions = (await statementsOf(each)).flatMap(({ Action }) => Action);
      assert.deepEqual(
        actions.filter((action) => writing.test(action)),
        [],
      );
    }
  });

  it("signs in to a database as the user that has the workload's name", async () => {
    const [statement] = await statementsOf(use("database", "orders", "read", "quote-requests"));
    assert.deepEqual(statement?.Action, ["rds-db:connect"]);
    assert.match(
      statement.Resource?.[0] ?? "",
      /^arn:aws:rds-db:eu-west-1:111122223333:dbuser:cluster-[A-Z0-9]+\/quote_requests$/,
    );
    const settings = await settingsOf(use("database", "orders", "read", "quote-requests"));
    assert.equal(settings.DATABASE_ORDERS_USER, "quote_requests");
    assert.equal(settings.DATABASE_ORDERS_PORT, "5432");
    assert.equal(settings.DATABASE_ORDERS_NAME, "orders");
  });

  it("sends reads to a cluster's readers, and writes to its writer", async () => {
    const read = await settingsOf(use("database", "orders", "read"));
    const write = await settingsOf(use("database", "orders", "write"));
    assert.match(read.DATABASE_ORDERS_HOST ?? "", /cluster-ro-/);
    assert.doesNotMatch(write.DATABASE_ORDERS_HOST ?? "", /cluster-ro-/);
    assert.equal(write.DATABASE_ORDERS_READER_HOST, read.DATABASE_ORDERS_HOST);
  });

  it("refuses a name that an engine takes no user of", () => {
    const long = "a".repeat(33);
    assert.throws(
      () => granted(use("database", "legacy", "read", long)),
      /mysql takes users of 32 characters/,
    );
    assert.ok(granted(use("database", "people", "read", long)));
  });

  it("connects by the port and the security group of the store", async () => {
    for (const [kind, name, port] of [
      ["database", "orders", 5432],
      ["database", "legacy", 3306],
      ["cache", "sessions", 6379],
    ] as const) {
      const { connection } = granted(use(kind, name, "write"));
      assert.equal(connection?.port, port);
      const id = await settled(connection.securityGroupId);
      const group = of("small")
        .simulation.ofType("aws:ec2/securityGroup:SecurityGroup")
        .find((each) => each.id === id);
      assert.ok(group?.name.endsWith(name));
    }
    assert.equal(granted(use("table", "counters", "read")).connection, undefined);
  });

  it("covers a table's indexes by name, and no more where there are none", async () => {
    const [withIndexes] = await statementsOf(use("table", "appointments", "read"));
    const [without] = await statementsOf(use("table", "counters", "read"));
    const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/dev";
    assert.deepEqual(withIndexes?.Resource, [`${table}-appointments`, `${table}-appointments/index/by-day`]);
    assert.deepEqual(without?.Resource, [`${table}-counters`]);
  });

  it("holds a workload to its own items: no scan, and no request without a partition key", async () => {
    const own = { ...use("table", "idempotency", "write"), ownItemsOnly: true };
    const [statement] = await statementsOf(own);
    assert.deepEqual(statement?.Condition, {
      "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["web"] },
      Null: { "dynamodb:LeadingKeys": "false" },
    });
    assert.ok(!statement.Action.some((action) => /Scan|PartiQL|Describe/.test(action)));
    assert.equal(statement.Resource?.length, 1);
    assert.throws(
      () => granted({ ...use("bucket", "documents", "read"), ownItemsOnly: true }),
      /only a table has items/,
    );
  });

  it("gives a cache's token to the workload's own user, with the access it was listed with", async () => {
    const [statement] = await statementsOf(use("cache", "sessions", "write"));
    assert.deepEqual(statement?.Action, ["elasticache:Connect"]);
    assert.deepEqual(statement.Resource, [
      "arn:aws:elasticache:eu-west-1:111122223333:replicationgroup:dev-sessions",
      "arn:aws:elasticache:eu-west-1:111122223333:user:dev-sessions-web",
    ]);
    assert.equal(
      (await settingsOf(use("cache", "sessions", "write"))).CACHE_SESSIONS_USER,
      "dev-sessions-web",
    );
    assert.throws(
      () => granted(use("cache", "sessions", "read")),
      /web wants to read and is a user that may write/,
    );
    assert.throws(() => granted(use("cache", "sessions", "write", "orders")), /not among its users/);
  });

  it("lets nobody write a secret, delete a version or read the owner's password", async () => {
    assert.throws(() => granted(use("secret", "payment-gateway", "write")), /set outside of the program/);
    const actions = (await Promise.all(uses.map(statementsOf))).flat().flatMap(({ Action }) => Action);
    assert.ok(!actions.some((action) => /DeleteObjectVersion|PutSecretValue/.test(action)));
    const secrets = (await Promise.all(uses.map(statementsOf)))
      .flat()
      .flatMap(({ Resource = [] }) => Resource)
      .filter((resource) => resource.includes(":secret:"));
    assert.ok(secrets.length > 0 && secrets.every((arn) => arn.includes(":secret:dev/payment-gateway")));
  });

  it("tells settings by their names, and never a secret's value", async () => {
    for (const each of uses) {
      for (const [name, value] of Object.entries(await settingsOf(each))) {
        assert.match(name, /^(DATABASE|TABLE|CACHE|BUCKET|SECRET)_[A-Z0-9_]+$/);
        assert.ok(value.length > 0, name);
        assert.doesNotMatch(name, /PASSWORD|TOKEN/);
      }
    }
  });

  it("is refused for what the catalogue has not, with what it has", () => {
    assert.throws(
      () => granted(use("bucket", "nothing", "read")),
      /web uses bucket "nothing", which the catalogue has not; it has: documents, exports/,
    );
    assert.throws(() => of("keys alone").data.grant(use("table", "toString", "read")), /it has: none/);
  });
});
