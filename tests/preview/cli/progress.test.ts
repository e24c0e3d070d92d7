import * as assert from "node:assert/strict";

import { ProgressLine, startProgress } from "../../../preview/cli/progress";

describe("the progress", () => {
  it("says what is being done and how far it is", () => {
    const line = new ProgressLine("dev");
    assert.equal(line.text, "dev: starting");
    line.tell({ kind: "phaseStarted", phase: "program", elapsedMs: 1 });
    assert.equal(line.text, "dev: running the program");
    line.tell({ kind: "resourceRegistered", urn: "urn", type: "a:b:C", count: 7 });
    line.tell({ kind: "resourceAnalyzed", urn: "urn", count: 5 });
    line.tell({ kind: "phaseFinished", phase: "policyPacks", elapsedMs: 2 });
    assert.equal(line.text, "dev: running the program (7 registered, 5 judged)");
  });

  it("is silent where nobody watches", async () => {
    const written: unknown[] = [];
    const stream = { isTTY: false, write: (text: unknown) => written.push(text) };
    // A stream has far more members; one that is no terminal is asked for nothing else.
    const progress = await startProgress("dev", stream as unknown as NodeJS.WriteStream);
    progress.onProgress({ kind: "phaseStarted", phase: "program", elapsedMs: 1 });
    progress.stop();
    assert.deepEqual(written, []);
  });
});
