import * as assert from "node:assert/strict";

import { ofFamily } from "../../../infra/core/declarations";
import { buildAll, of } from "./built";

describe("what a network says about itself", function () {
  this.timeout(240_000);
  before(buildAll);

  it("declares what is to be watched, what flows, which quotas it uses and which practices it answers", () => {
    const { declarations } = of("the largest").network;
    const kinds = ofFamily(declarations, "monitored").map(({ kind }) => kind);
    const count = (wanted: string): number => kinds.filter((kind) => kind === wanted).length;
    assert.deepEqual(
      ["vpc", "nat-gateway", "interface-endpoint", "dns-firewall", "log-group", "key"].map(count),
      [1, 3, 20, 1, 2, 1],
    );
    const toData = ofFamily(declarations, "flow").filter(
      ({ to }) => to.kind === "tier" && to.tier === "data",
    );
    assert.deepEqual(
      toData.map(({ port }) => port),
      [5432, 6379],
    );
    assert.ok(ofFamily(declarations, "quotaUse").every(({ count: used }) => used > 0));
    assert.ok(
      ofFamily(declarations, "answers")
        .flatMap(({ practices }) => practices)
        .includes("REL02-BP03"),
    );
  });
});
