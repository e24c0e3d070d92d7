import * as assert from "node:assert/strict";

import fc from "fast-check";

import type { DataArgs } from "../../../infra/data";
import { dataProblems } from "../../../infra/data/settings";
import { build, dataArgs, largeArgs } from "./built";

const part = fc.stringMatching(/^[a-z0-9]{1,20}$/);
const name = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/), fc.array(part, { maxLength: 2 }))
  .map(([first, others]) => [first, ...others].join("-").slice(0, 48).replace(/-+$/, ""));

/** The names of a record exchanged for others, in order. */
function renamed<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.values(record).map((value, index) => [names[index] ?? "", value]));
}

/** A layer with everything in it, under other names. */
const layer = fc
  .record({
    base: fc.constantFrom(dataArgs, largeArgs),
    names: fc.uniqueArray(name, { minLength: 12, maxLength: 12 }),
    environment: fc.stringMatching(/^[b-z][a-z0-9]{0,10}0$/),
  })
  .map(({ base, names, environment }): DataArgs => {
    const { catalogue, sizes } = base;
    const [cache = "", web = "", reports = "", ...others] = names;
    return {
      ...base,
      scope: { ...base.scope, environment },
      catalogue: {
        ...catalogue,
        databases: renamed(catalogue.databases, others),
        tables: renamed(catalogue.tables, others),
        caches: renamed(catalogue.caches, [cache]),
        buckets: renamed(catalogue.buckets, others),
        secrets: renamed(catalogue.secrets, others),
      },
      cacheUsers: { [cache]: { [web]: "read", [reports]: "write" } },
      sizes: {
        ...sizes,
        databases: renamed(sizes.databases, others),
        tables: renamed(sizes.tables, others),
        caches: renamed(sizes.caches, [cache]),
        buckets: renamed(sizes.buckets, others),
      },
    };
  });

describe("any catalogue that the layer accepts", function () {
  this.timeout(240_000);

  it("is built without a name that AWS refuses, a name twice, or something that is not there", async () => {
    await fc.assert(
      fc.asyncProperty(layer, async (args) => {
        fc.pre(dataProblems(args).length === 0);
        const { simulation, data } = await build(args);
        const urns = simulation.resources().map(({ urn }) => urn);
        assert.equal(new Set(urns).size, urns.length);
        assert.deepEqual(simulation.aws.approximations(), []);
        for (const [cache, users] of Object.entries(args.cacheUsers)) {
          for (const [workload, access] of Object.entries(users)) {
            assert.ok(data.grant({ workload, kind: "cache", name: cache, access }));
          }
        }
      }),
      { numRuns: 4 },
    );
  });
});
