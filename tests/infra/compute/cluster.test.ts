import * as assert from "node:assert/strict";

import { always, buildAll, of, statements } from "./built";

const CLUSTER = "aws:ecs/cluster:Cluster";

describe("a cluster", function () {
  this.timeout(240_000);
  before(buildAll);

  it("looks into containers as closely as configuration says", () => {
    const mode = (name: "small" | "large"): unknown =>
      of(name).simulation.inputsOf(CLUSTER, "compute-cluster").settings;
    assert.deepEqual(mode("small"), [{ name: "containerInsights", value: "disabled" }]);
    assert.deepEqual(mode("large"), [{ name: "containerInsights", value: "enhanced" }]);
  });

  it(
    "records shells encrypted, and encrypts the storage of tasks",
    always(({ simulation }) => {
      const key = simulation.resource("aws:kms/key:Key", "compute-cluster").outputs.arn;
      assert.deepEqual(simulation.inputsOf(CLUSTER, "compute-cluster").configuration, {
        executeCommandConfiguration: {
          kmsKeyId: key,
          logging: "OVERRIDE",
          logConfiguration: {
            cloudWatchEncryptionEnabled: true,
            cloudWatchLogGroupName: "/dev/compute/shells",
          },
        },
        managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: key },
      });
    }),
  );

  it(
    "has a key that its account can always recover, and that Fargate uses for this cluster alone",
    always(({ simulation }) => {
      const policy = statements(simulation.resource("aws:kms/key:Key", "compute-cluster"));
      const bare = policy.filter(({ Action }) => Action.includes("kms:*"));
      assert.deepEqual(
        bare.map(({ Sid }) => Sid),
        ["AccountAdministersKey"],
      );
      for (const { Sid, Condition } of policy.filter(({ Action }) => !Action.includes("kms:*"))) {
        assert.deepEqual(
          Condition?.StringEquals,
          {
            "kms:EncryptionContext:aws:ecs:clusterAccount": "111122223333",
            "kms:EncryptionContext:aws:ecs:clusterName": "dev-compute",
          },
          Sid,
        );
      }
    }),
  );
});
