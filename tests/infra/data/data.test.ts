import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { Data } from "../../../infra/data";
import { simulate } from "../../../simulator/mocks";
import { always, buildAll, dataArgs, of, text } from "./built";
import { ofTypes, types } from "./registered";

describe("a data layer", function () {
  this.timeout(240_000);
  before(buildAll);

  it("has the same things in small and large environments, by type and name", () => {
    const things = (name: "small" | "large"): string[] =>
      of(name)
        .simulation.resources()
        .map(({ type, name: logical }) => `${type} ${logical}`)
        .sort();
    assert.deepEqual(things("large"), things("small"));
  });

  it(
    "puts everything on the one provider it was given",
    always(({ simulation }) => {
      const managed = simulation.resources().filter(({ custom, type }) => custom && type.startsWith("aws:"));
      const providers = new Set(managed.map(({ provider }) => provider.split("::").slice(-2)[0]));
      assert.deepEqual([...providers], ["aws"]);
    }),
  );

  it(
    "is known to the simulation in every detail",
    always(({ simulation }) => {
      assert.deepEqual(simulation.aws.approximations(), []);
    }),
  );

  it("protects what holds data, by AWS and by Pulumi, in one word", () => {
    const holding = [
      ...[types.cluster, types.clusterInstance, types.instance, types.table, types.cache],
      ...[types.bucket, types.secret, types.key],
    ];
    for (const [name, expected] of [
      ["small", false],
      ["large", true],
    ] as const) {
      const { simulation } = of(name);
      for (const resource of ofTypes(simulation, ...holding)) {
        assert.equal(resource.protect, expected, `${name}: ${resource.name}`);
      }
      for (const { inputs } of ofTypes(simulation, types.cluster, types.instance)) {
        assert.equal(inputs.deletionProtection, expected);
      }
      for (const { inputs } of simulation.ofType(types.table)) {
        assert.equal(inputs.deletionProtectionEnabled, expected);
      }
    }
  });

  it(
    "loses nothing by being deleted, in any environment",
    always(({ simulation }) => {
      for (const { inputs, name } of ofTypes(simulation, types.cluster, types.instance)) {
        assert.deepEqual(
          [inputs.skipFinalSnapshot, inputs.deleteAutomatedBackups, inputs.copyTagsToSnapshot],
          [false, false, true],
          name,
        );
      }
      for (const { inputs } of simulation.ofType(types.bucket)) assert.equal(inputs.forceDestroy, false);
      for (const { inputs } of simulation.ofType(types.table)) {
        assert.deepEqual(inputs.pointInTimeRecovery, { enabled: true, recoveryPeriodInDays: 35 });
      }
    }),
  );

  it(
    "names last snapshots as RDS takes names, each differently",
    always(({ simulation }) => {
      const names = ofTypes(simulation, types.cluster, types.instance, types.cache).map((store) =>
        text(store, "finalSnapshotIdentifier"),
      );
      assert.equal(new Set(names).size, names.length);
      for (const name of names) assert.match(name, /^(?!.*--)[a-z][a-z0-9-]{1,253}[a-z0-9]$/);
    }),
  );

  it(
    "leaves minor versions to AWS and shows no change when they move",
    always(({ simulation }) => {
      for (const database of ofTypes(simulation, types.cluster, types.instance)) {
        assert.match(text(database, "engineVersion"), /^\d+(\.\d+)?$/, database.name);
      }
      for (const { inputs, name } of simulation.ofType(types.clusterInstance)) {
        assert.equal(inputs.engineVersion, undefined, name);
      }
      for (const { ignoreChanges, name } of simulation.ofType(types.cache)) {
        assert.deepEqual(ignoreChanges, ["engineVersion"], name);
      }
    }),
  );

  it(
    "ignores changes only of what autoscaling, AWS and AWS Backup move",
    always(({ simulation }) => {
      const ignoring = simulation.resources().filter(({ ignoreChanges }) => ignoreChanges.length > 0);
      const moved: Readonly<Record<string, readonly string[]>> = {
        [types.table]: ["readCapacity", "writeCapacity"],
        [types.cache]: ["engineVersion"],
        [types.cluster]: ["backupRetentionPeriod", "preferredBackupWindow"],
        [types.instance]: ["backupRetentionPeriod", "backupWindow"],
      };
      for (const { type, ignoreChanges, inputs, name } of ignoring) {
        assert.deepEqual(ignoreChanges, moved[type], name);
        assert.ok(type !== types.table || inputs.billingMode === "PROVISIONED", name);
      }
    }),
  );

  it(
    "makes log groups before the databases that write into them",
    always(({ simulation }) => {
      const groups = simulation.ofType(types.logs);
      for (const database of ofTypes(simulation, types.cluster, types.instance)) {
        const kind = database.type === types.cluster ? "cluster" : "instance";
        const identifier = text(database, kind === "cluster" ? "clusterIdentifier" : "identifier");
        const logs = database.inputs.enabledCloudwatchLogsExports as string[];
        for (const log of logs) {
          const group = groups.find(({ inputs }) => inputs.name === `/aws/rds/${kind}/${identifier}/${log}`);
          assert.ok(group !== undefined, `${identifier} ${log}`);
          assert.ok(database.dependencies.includes(group.urn), `${identifier} ${log}`);
          assert.equal(group.inputs.retentionInDays, simulation === of("large").simulation ? 365 : 30);
        }
      }
    }),
  );

  it(
    "tells events of its own databases alone",
    always(({ simulation }) => {
      const own = ofTypes(simulation, types.cluster, types.clusterInstance, types.instance).map(
        ({ inputs, type }) => inputs[type === types.cluster ? "clusterIdentifier" : "identifier"],
      );
      const told = simulation
        .ofType("aws:rds/eventSubscription:EventSubscription")
        .flatMap(({ inputs }) => inputs.sourceIds as string[]);
      assert.deepEqual(told.sort(), own.sort());
    }),
  );

  it(
    "tags everything that can be tagged with what it belongs to",
    always(({ simulation }) => {
      const stores = ofTypes(
        simulation,
        ...[
          types.cluster,
          types.clusterInstance,
          types.instance,
          types.table,
          types.cache,
          types.secret,
          types.key,
        ],
        ...[types.logs, types.group],
      );
      for (const { inputs, name } of stores) {
        const tags = inputs.tags as Record<string, string>;
        for (const key of ["Service", "Owner", "Criticality", "DataClass", "Name"]) {
          assert.ok(tags[key], `${name}: ${key}`);
        }
      }
    }),
  );

  it("has no databases' topic where there are no databases", () => {
    assert.equal(of("keys alone").data.databaseEventsTopicArn, undefined);
    assert.ok(of("small").data.databaseEventsTopicArn);
    assert.deepEqual(Object.keys(of("keys alone").data.keys), ["platform", "sales", "customers"]);
  });

  it("refuses what it cannot build, all at once, before anything is registered", async () => {
    const simulation = simulate({ project: "platform", stack: "test" });
    const provider = new aws.Provider("aws", { region: "eu-west-1" });
    assert.throws(
      () =>
        new Data(
          "data",
          { ...dataArgs, sizes: { ...dataArgs.sizes, backupWindow: "noon", tables: {} } },
          { providers: [provider] },
        ),
      /^Error: data "data": 4 mistakes in its arguments\n {2}sizes\.backupWindow: given "noon"; allowed: .*/,
    );
    await simulation.settled();
    assert.deepEqual(
      simulation.resources().filter(({ type }) => !type.startsWith("pulumi:")),
      [],
    );
  });
});
