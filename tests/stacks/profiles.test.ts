import * as assert from "node:assert/strict";
import { join } from "node:path";

import { decidable, discover } from "../../policy-pack/registry/discover";
import type { Configuration } from "../../policy-pack/settings/settings";
import { configurationOf, type Finding, Judge } from "../policy-pack/spoiling/judge";
import { seen, type SeenResource } from "../policy-pack/spoiling/seen";
import { record } from "../policy-pack/support/recording";

const POLICIES = configurationOf(join(__dirname, "..", "..", "policies.json"));

/** Our own policies under profiles; what is configured for single controls stays. */
function under(profiles: readonly string[], own: Configuration = {}): Configuration {
  const { "pack-settings": pack = { properties: {} } } = POLICIES;
  return { ...POLICIES, ...own, "pack-settings": { ...pack, properties: { ...pack.properties, profiles } } };
}

describe("our own production stack under profiles of what a workload is to the internet", function () {
  this.timeout(300_000);
  let stack: readonly SeenResource[] = [];
  before(async () => {
    stack = seen(await record("prod"));
  });

  const stops = (configuration: Configuration): readonly string[] =>
    new Judge(decidable(discover()), configuration)
      .findings(stack, () => true)
      .filter(({ verdict, level }: Finding) => verdict === "fail" && level === "mandatory")
      .map(({ control, urn }) => `${control} ${urn.split("::").at(-1) ?? ""}`);

  it("is stopped by nothing anew where it is public, once its front door is declared by a tag that it has", () => {
    const before = new Set(stops(under([])));
    const declared = { properties: { publicTags: { Name: "prod-compute-front-door" } } };
    const own = { "load-balancer-public-declared": declared, "endpoint-public-declared": declared };
    assert.deepEqual(
      stops(under(["public"], own)).filter((each) => !before.has(each)),
      [],
    );
  });

  it("is stopped at its front door where it must not face the internet", () => {
    const found = new Set(stops(under(["private"])).map((each) => each.split(" ")[0]));
    for (const control of ["LB-14", "SG-04"]) assert.ok(found.has(control), [...found].join());
  });
});
