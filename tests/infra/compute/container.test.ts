import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import {
  type ContainerSpec,
  containerDefinition,
  logOptions,
  taskVolumes,
} from "../../../infra/compute/container";
import { deregistrationDelaySeconds } from "../../../infra/compute/draining";

const spec: ContainerSpec = {
  name: "orders",
  image: "registry.example.com/orders@sha256:0",
  port: 8080,
  settings: {},
  logGroup: "/dev/workload/orders",
  region: "eu-west-1",
  shell: false,
};

interface Mount {
  readonly sourceVolume: string;
}

describe("a container", () => {
  it("runs as a user without rights, on a file system that it cannot change", () => {
    for (const shell of [true, false]) {
      const definition = containerDefinition({ ...spec, shell });
      assert.equal(definition.readonlyRootFilesystem, true);
      assert.equal(definition.privileged, false);
      assert.doesNotMatch(String(definition.user), /^(0|root)\b/);
      const { capabilities, initProcessEnabled, tmpfs } = definition.linuxParameters as {
        capabilities: unknown;
        initProcessEnabled: boolean;
        tmpfs: readonly { containerPath: string; mountOptions: readonly string[] }[];
      };
      assert.deepEqual(capabilities, { drop: ["ALL"] });
      assert.equal(initProcessEnabled, true);
      assert.deepEqual(
        tmpfs.map(({ containerPath }) => containerPath),
        ["/tmp"],
      );
      assert.ok(tmpfs.every(({ mountOptions }) => mountOptions.includes("noexec")));
    }
  });

  it("mounts the task's volumes and no others", () => {
    for (const shell of [true, false]) {
      const mounts = containerDefinition({ ...spec, shell }).mountPoints as readonly Mount[];
      assert.deepEqual(
        mounts.map(({ sourceVolume }) => sourceVolume),
        taskVolumes(shell).map(({ name }) => name),
      );
    }
    assert.deepEqual(taskVolumes(false), []);
  });

  it("gets longer to stop than the balancer goes on sending", () => {
    const { stopTimeout } = containerDefinition(spec) as { stopTimeout: number };
    assert.ok(stopTimeout >= deregistrationDelaySeconds && stopTimeout <= 120);
  });

  it("says how its logs wait, and how much of them", () => {
    const { mode, "max-buffer-size": buffer } = logOptions(
      "/dev/workload/orders",
      "eu-west-1",
      "application",
    );
    assert.equal(mode, "non-blocking");
    assert.match(buffer ?? "", /^\d+m$/);
  });

  it("is the same for the same settings in any order", () => {
    const settings = fc.dictionary(fc.stringMatching(/^[A-Z]{1,5}$/), fc.string());
    fc.assert(
      fc.property(settings, (given) => {
        const turned = Object.fromEntries(Object.entries(given).reverse());
        assert.deepEqual(
          containerDefinition({ ...spec, settings: given }),
          containerDefinition({ ...spec, settings: turned }),
        );
      }),
    );
  });

  it("holds no secrets", () => {
    assert.ok(!("secrets" in containerDefinition(spec)));
  });
});
