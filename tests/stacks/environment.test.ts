import * as assert from "node:assert/strict";

import { contractTags } from "../../infra/core/tags";
import type { SimulatedResource, Simulation } from "../../simulator/mocks";
import { atRest, exceptions } from "./environment/encryption";
import { isReachable, openness, standing } from "./environment/reachability";
import { deployedStack, withoutStackTraces } from "./program";

const environments = ["dev", "preprod", "prod"];

const label = ({ type, name }: SimulatedResource): string => `${type.split(":").at(-1) ?? ""} ${name}`;

const created = (simulation: Simulation): readonly SimulatedResource[] =>
  simulation.resources().filter(({ type }) => type.startsWith("aws:"));

for (const stack of environments) {
  describe(`the environment ${stack}`, function () {
    this.timeout(240_000);
    withoutStackTraces();
    let simulation: Simulation;
    before(async () => {
      simulation = await deployedStack(stack);
    });

    it("lets the internet reach the balancer and nothing else", () => {
      const reachable = standing(simulation).filter((thing) => isReachable(openness(simulation, thing)));
      assert.deepEqual(
        reachable.map(({ what }) => what),
        ["LoadBalancer front-door"],
      );
    });

    it("closes everything else three times over: no address, no route, no open port", () => {
      const things = standing(simulation).filter(({ what }) => what !== "LoadBalancer front-door");
      assert.ok(things.length > 30, String(things.length));
      for (const thing of things) {
        assert.ok(thing.subnets.length > 0 && thing.groups.length > 0, `${thing.what} stands nowhere`);
        const { address, route, ports } = openness(simulation, thing);
        assert.deepEqual({ address, route, ports }, { address: false, route: false, ports: [] }, thing.what);
      }
    });

    it("encrypts everything that holds data with a key of its own", () => {
      const keys = new Set(
        simulation.ofType("aws:kms/key:Key").flatMap(({ id, outputs }) => [id, outputs.arn]),
      );
      const without = Object.entries(atRest).flatMap(([type, keyOf]) =>
        simulation
          .ofType(type)
          .filter((resource) => !keys.has(String(keyOf(resource.inputs, resource, simulation))))
          .map(label),
      );
      assert.deepEqual(
        without.filter((name) => !exceptions.some((exception) => exception.name.test(name))),
        [],
      );
    });

    it("tags everything that takes tags, by the contract", () => {
      const keys = Object.keys(
        contractTags({
          environment: "x",
          service: "x",
          owner: "x",
          costCenter: "x",
          criticality: "low",
          dataClass: "public",
        }),
      );
      const missing = created(simulation).flatMap((resource) => {
        const tags = resource.inputs.tagsAll;
        if (typeof tags !== "object" || tags === null) return [];
        return keys.filter((key) => !Object.hasOwn(tags, key)).map((key) => `${label(resource)} ${key}`);
      });
      assert.deepEqual(missing, []);
    });
  });
}
