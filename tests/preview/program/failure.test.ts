import * as assert from "node:assert/strict";
import { shortStack } from "../../../preview/program/failure";

const TEXT = `Running program '/projects/shop' failed with an unhandled exception:
Error: no zones
  given: []
    at plan (/projects/shop/infra/plan.ts:3:9)
    at Object.<anonymous> (/projects/shop/node_modules/@pulumi/pulumi/output.js:1:1)
    at node:internal/main/run_main_module:28:49
    at async file:///projects/shop/stacks/index.mjs:7:1`;

describe("the stack trace of a program that threw", () => {
  it("is its message and the user's own frames, relative to the project", () => {
    assert.deepEqual(shortStack(TEXT, "/projects/shop"), [
      "Error: no zones",
      "  given: []",
      "at plan (infra/plan.ts:3:9)",
      "at async stacks/index.mjs:7:1",
    ]);
  });
});
