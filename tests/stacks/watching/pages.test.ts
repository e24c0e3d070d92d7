import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { pages, root } from "./pages";

describe("the pages that tell how environments are watched", function () {
  this.timeout(240_000);
  it("tell what is deployed now; npm run generate writes them", async () => {
    for (const [path, content] of await pages()) {
      assert.equal(readFileSync(join(root, path), "utf8"), content, path);
    }
  });
});
