import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { generated } from "../../policy-pack/tools/generate";

describe("generated files", () => {
  it("are as their sources say (node -r ts-node/register policy-pack/tools/generate.ts writes them)", async () => {
    const root = resolve(__dirname, "../..");
    for (const [path, content] of await generated()) {
      assert.ok(readFileSync(join(root, path), "utf8") === content, `${path} is stale`);
    }
  });
});
