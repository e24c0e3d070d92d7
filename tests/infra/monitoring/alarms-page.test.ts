import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { alarmsPageNow, root } from "../../stacks/watching/pages";

describe("the page of alarms", () => {
  it("has a row for each trouble and each event; npm run generate writes it", async () => {
    assert.equal(readFileSync(join(root, "docs/alarms.md"), "utf8"), await alarmsPageNow());
  });
});
