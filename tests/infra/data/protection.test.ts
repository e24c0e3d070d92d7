import * as assert from "node:assert/strict";

import { always, buildAll, of, text } from "./built";
import { domainKey, keysIn, ofTypes, storeOf, types } from "./registered";

describe("what guards the data of a layer", function () {
  this.timeout(240_000);
  before(buildAll);

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
      assert.ok(rotated.every((each) => text(each, "secretId").includes(":secret:rds!")));
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
        const { authenticationMode } = user.inputs;
        const accessString = text(user, "accessString");
        const off = accessString.startsWith("off ") && accessString.endsWith("-@all");
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
});
