import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { Data } from "../../../infra/data";
import { simulate, type SimulatedResource, type Simulation } from "../../../simulator/mocks";
import { always, buildAll, dataArgs, of, statements, text } from "./built";

const types = {
  cluster: "aws:rds/cluster:Cluster",
  clusterInstance: "aws:rds/clusterInstance:ClusterInstance",
  instance: "aws:rds/instance:Instance",
  parameters: "aws:rds/parameterGroup:ParameterGroup",
  clusterParameters: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  table: "aws:dynamodb/table:Table",
  cache: "aws:elasticache/replicationGroup:ReplicationGroup",
  bucket: "aws:s3/bucket:Bucket",
  secret: "aws:secretsmanager/secret:Secret",
  key: "aws:kms/key:Key",
  group: "aws:ec2/securityGroup:SecurityGroup",
  logs: "aws:cloudwatch/logGroup:LogGroup",
} as const;

const ofTypes = (simulation: Simulation, ...wanted: readonly string[]): readonly SimulatedResource[] =>
  wanted.flatMap((type) => simulation.ofType(type));

/** Last word of what a store is called: its name in the catalogue, since logical names end in it. */
const storeOf = (resource: SimulatedResource): string =>
  (resource.inputs.tags as Record<string, string> | undefined)?.Service ?? "";

/** ARN of the key of a store's domain. */
function domainKey(simulation: Simulation, store: string): string {
  const { databases, tables, caches, buckets, secrets } = dataArgs.catalogue;
  const domain = { ...databases, ...tables, ...caches, ...buckets, ...secrets }[store]?.domain ?? "platform";
  return String(simulation.resource(types.key, `data-key-${domain}`).outputs.arn);
}

/** Every property of a resource that names a key, however deep. */
function keysIn(value: unknown, name = ""): string[] {
  if (typeof value === "string") return /kms.*key.*(id|arn)$|^kmsMasterKeyId$/i.test(name) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => keysIn(inner, Array.isArray(value) ? name : key));
}

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

  it(
    "encrypts every store and its logs with the key of its own domain, and with no other",
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
          types.logs,
        ],
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      );
      for (const resource of stores.filter(({ name }) => !name.endsWith("access-logs"))) {
        const store = storeOf(resource) || resource.name.replace("data-bucket-", "");
        const keys = new Set(keysIn(resource.inputs));
        assert.deepEqual([...keys], [domainKey(simulation, store)], `${resource.type} ${resource.name}`);
      }
    }),
  );

  it(
    "encrypts the storage of databases and caches, not only their secrets",
    always(({ simulation }) => {
      for (const { inputs, name } of ofTypes(simulation, types.cluster, types.instance)) {
        assert.equal(inputs.storageEncrypted, true, name);
        assert.ok(
          inputs.kmsKeyId && inputs.masterUserSecretKmsKeyId && inputs.performanceInsightsKmsKeyId,
          name,
        );
      }
      for (const { inputs } of simulation.ofType(types.cache))
        assert.equal(inputs.atRestEncryptionEnabled, true);
    }),
  );

  it(
    "refuses connections without TLS, whatever the engine",
    always(({ simulation }) => {
      for (const { inputs, name } of ofTypes(simulation, types.parameters, types.clusterParameters)) {
        const parameters = inputs.parameters as { name: string; value: string }[];
        const forced = parameters.filter((parameter) =>
          ["rds.force_ssl", "require_secure_transport"].includes(parameter.name),
        );
        assert.deepEqual(forced.length, 1, name);
        assert.ok(["1", "ON"].includes(forced[0]?.value ?? ""), name);
      }
      for (const { inputs } of simulation.ofType(types.cache)) {
        assert.deepEqual([inputs.transitEncryptionEnabled, inputs.transitEncryptionMode], [true, "required"]);
      }
    }),
  );

  it(
    "gives every database the parameters that force TLS, and no default ones",
    always(({ simulation }) => {
      const groups = new Set(
        ofTypes(simulation, types.parameters, types.clusterParameters).map((group) => text(group, "name")),
      );
      for (const cluster of simulation.ofType(types.cluster)) {
        assert.ok(groups.delete(text(cluster, "dbClusterParameterGroupName")), cluster.name);
      }
      for (const instance of simulation.ofType(types.instance)) {
        assert.ok(groups.delete(text(instance, "parameterGroupName")), instance.name);
      }
      assert.deepEqual([...groups], []);
    }),
  );

  it(
    "is reached by no rule of its own: whoever is granted a store brings the rule",
    always(({ simulation }) => {
      for (const { inputs, name } of simulation.ofType(types.group)) {
        assert.deepEqual([inputs.ingress, inputs.egress], [undefined, undefined], name);
      }
      assert.deepEqual(
        simulation.resources().filter(({ type }) => /securityGroup(Ingress|Egress)?Rule/i.test(type)),
        [],
      );
    }),
  );

  it(
    "stands in the data tier and has no public address",
    always(({ simulation, args }) => {
      const tier = args.placement.subnets.data.map(({ id }) => id);
      for (const group of ofTypes(
        simulation,
        "aws:rds/subnetGroup:SubnetGroup",
        "aws:elasticache/subnetGroup:SubnetGroup",
      )) {
        assert.deepEqual(group.inputs.subnetIds, tier);
      }
      for (const { inputs, name } of ofTypes(simulation, types.instance, types.clusterInstance)) {
        assert.equal(inputs.publiclyAccessible, false, name);
      }
    }),
  );

  it(
    "closes every bucket in all four ways, and to lists of access",
    always(({ simulation }) => {
      for (const { name } of simulation.ofType(types.bucket)) {
        const block = simulation.inputsOf("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", name);
        const { blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets } = block;
        assert.deepEqual(
          [blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets],
          Array(4).fill(true),
        );
        assert.deepEqual(
          simulation.inputsOf("aws:s3/bucketOwnershipControls:BucketOwnershipControls", name).rule,
          {
            objectOwnership: "BucketOwnerEnforced",
          },
        );
        assert.deepEqual(
          simulation.inputsOf("aws:s3/bucketVersioning:BucketVersioning", name).versioningConfiguration,
          {
            status: "Enabled",
          },
        );
        const denied = statements(simulation.resource("aws:s3/bucketPolicy:BucketPolicy", name)).filter(
          ({ Effect, Condition }) =>
            Effect === "Deny" && Condition?.Bool?.["aws:SecureTransport"] === "false",
        );
        assert.deepEqual(
          denied.map(({ Action, Principal }) => [Action, Principal]),
          [[["s3:*"], "*"]],
        );
      }
    }),
  );

  it(
    "logs access to every bucket but the one that holds the logs, which alone is under S3's own key",
    always(({ simulation }) => {
      const buckets = simulation.ofType(types.bucket);
      const logging = simulation.ofType("aws:s3/bucketLogging:BucketLogging");
      const target = buckets.find(({ name }) => name === "data-access-logs");
      assert.deepEqual(
        logging.map((each) => text(each, "bucket")).sort(),
        buckets
          .filter((bucket) => bucket !== target)
          .map((bucket) => text(bucket, "bucket"))
          .sort(),
      );
      assert.ok(logging.every(({ inputs }) => inputs.targetBucket === target?.id));
      const byS3 = simulation
        .ofType("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
        .filter(({ inputs }) => JSON.stringify(inputs).includes("AES256"));
      assert.deepEqual(
        byS3.map(({ name }) => name),
        target === undefined ? [] : [target.name],
      );
    }),
  );

  it(
    "ends every bucket's unfinished uploads and old versions",
    always(({ simulation }) => {
      for (const { name } of simulation.ofType(types.bucket)) {
        const type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
        const rules = JSON.stringify(simulation.inputsOf(type, name).rules);
        for (const word of ["abortIncompleteMultipartUpload", "noncurrentVersionExpiration"]) {
          assert.ok(rules.includes(word), `${name}: ${word}`);
        }
      }
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
    "never holds a password: RDS makes it, keeps it and rotates it",
    always(({ simulation }) => {
      const databases = ofTypes(simulation, types.cluster, types.instance);
      for (const { inputs, name } of databases) {
        assert.equal(inputs.manageMasterUserPassword, true, name);
        assert.deepEqual(
          Object.keys(inputs).filter((key) => /^(master)?password/i.test(key)),
          [],
          name,
        );
      }
      const rotated = simulation.ofType("aws:secretsmanager/secretRotation:SecretRotation");
      assert.equal(rotated.length, databases.length);
      assert.ok(rotated.every(({ inputs }) => String(inputs.secretId).includes(":secret:rds!")));
      assert.deepEqual(
        simulation.resources().filter(({ type }) => type.includes("secretVersion")),
        [],
      );
    }),
  );

  it(
    "lets workloads sign in by tokens alone",
    always(({ simulation }) => {
      for (const { inputs, name } of ofTypes(simulation, types.cluster, types.instance)) {
        assert.equal(inputs.iamDatabaseAuthenticationEnabled, true, name);
      }
      for (const user of simulation.ofType("aws:elasticache/user:User")) {
        const { authenticationMode, accessString } = user.inputs;
        const off = String(accessString).startsWith("off ") && String(accessString).endsWith("-@all");
        assert.ok(off || (authenticationMode as { type: string }).type === "iam", user.name);
      }
    }),
  );

  it(
    "switches Valkey's user without a name off, in every group that a cache admits",
    always(({ simulation }) => {
      const nobodies = simulation
        .ofType("aws:elasticache/user:User")
        .filter(({ inputs }) => inputs.userName === "default")
        .map(({ id }) => id);
      for (const group of simulation.ofType("aws:elasticache/userGroup:UserGroup")) {
        assert.equal((group.inputs.userIds as string[]).filter((id) => nobodies.includes(id)).length, 1);
      }
      for (const { inputs } of simulation.ofType(types.cache)) {
        assert.equal((inputs.userGroupIds as string[]).length, 1);
      }
    }),
  );

  it(
    "leaves minor versions to AWS and shows no change when they move",
    always(({ simulation }) => {
      for (const { inputs, name } of ofTypes(simulation, types.cluster, types.instance)) {
        assert.match(String(inputs.engineVersion), /^\d+(\.\d+)?$/, name);
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
    "ignores changes only of what autoscaling and AWS move",
    always(({ simulation }) => {
      const ignoring = simulation.resources().filter(({ ignoreChanges }) => ignoreChanges.length > 0);
      for (const { type, ignoreChanges, inputs, name } of ignoring) {
        const expected =
          type === types.table && inputs.billingMode === "PROVISIONED"
            ? ["readCapacity", "writeCapacity"]
            : ["engineVersion"];
        assert.deepEqual(ignoreChanges, expected, name);
        assert.ok(type === types.table || type === types.cache, name);
      }
    }),
  );

  it("keeps what advanced insights need", () => {
    const periods = (name: "small" | "large"): unknown[] => [
      ...new Set(
        ofTypes(of(name).simulation, types.cluster, types.clusterInstance, types.instance).map(
          ({ inputs }) => inputs.performanceInsightsRetentionPeriod,
        ),
      ),
    ];
    assert.deepEqual([periods("small"), periods("large")], [[7], [465]]);
  });

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
