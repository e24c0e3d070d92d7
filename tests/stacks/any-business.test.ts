import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { catalogueMistakes } from "../../stacks/catalogue/problems";
import { layerChecks } from "../../stacks/config/layer-checks";
import { workload } from "../../stacks/workload";
import { simulate, type SimulatedResource } from "../../simulator/mocks";
import { configurationOf } from "../bench/business";
import { type Business, businesses } from "./any-business/arbitrary";

const nothingPublished = { events: {} };

/** What the configuration's own checks find wrong. */
function mistakes({ catalogue, sizes }: Business) {
  const configuration = Object.fromEntries(
    Object.entries(sizes).map(([layer, table]) => [`platform:${layer}`, table]),
  );
  return [
    ...catalogueMistakes(catalogue, nothingPublished),
    ...layerChecks(catalogue).flatMap((check) => check(configuration)),
  ];
}

async function build(business: Business): Promise<readonly SimulatedResource[]> {
  const simulation = simulate({ project: "platform", stack: "any", config: {} });
  await simulation.run(() => {
    workload({ ...configurationOf(business.catalogue), ...business.sizes }, business.catalogue);
  });
  return simulation.resources();
}

/** Properties by which AWS tells things of one type apart. */
const PHYSICAL = ["name", "bucket", "identifier", "clusterIdentifier", "replicationGroupId"];

function physicalNames(resources: readonly SimulatedResource[]): readonly string[] {
  return resources.flatMap(({ type, inputs }) =>
    PHYSICAL.flatMap((property) => {
      const given = inputs[property];
      const { bus, eventBusName, role, bucket, resourceId, routingConfigurations } = inputs;
      const within = [bus, eventBusName, role, bucket, resourceId, routingConfigurations];
      if (typeof given !== "string" || type.startsWith("aws:s3/bucketP")) return [];
      return [JSON.stringify([type, property, given.toLowerCase(), property === "bucket" ? "" : within])];
    }),
  );
}

describe("any business that the schema accepts", function () {
  this.timeout(300_000);
  it("is built whole, with no name twice and no reference to what is not there", async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(businesses, async (business) => {
        fc.pre(mistakes(business).length === 0);
        accepted += 1;
        // The simulation refuses what dangles, what is named twice, and what is named as AWS would not take it.
        const names = physicalNames(await build(business));
        assert.deepEqual(
          names.filter((name, position) => names.indexOf(name) !== position),
          [],
        );
      }),
      { numRuns: 12, endOnFailure: true },
    );
    assert.equal(accepted, 12);
  });
});
