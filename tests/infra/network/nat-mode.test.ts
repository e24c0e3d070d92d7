import * as assert from "node:assert/strict";

import { natModes } from "../../../infra/network/nat-mode";

describe("the modes of NAT", () => {
  it("are listed from the cheapest to the one that AWS looks after", () => {
    assert.deepEqual(natModes, ["none", "single", "per-zone", "regional"]);
  });
});
