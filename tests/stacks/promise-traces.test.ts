import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

/** What the SDK notes of a promise once the program has begun, which ends at once without a configuration. */
const NOTED = `
  try { require("./stacks"); } catch {}
  const promise = Promise.resolve();
  require("@pulumi/pulumi/runtime/debuggable").debuggablePromise(promise, "of a test");
  const traces = [promise._debugStackTrace, new Error("of the test").stack];
  setImmediate(() => process.stdout.write(JSON.stringify(traces), () => process.exit(0)));
`;

function tracesOf(env: NodeJS.ProcessEnv): [string, string] {
  const args = ["--require", "ts-node/register", "--eval", NOTED];
  const written = execFileSync(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
  return JSON.parse(String(written)) as [string, string];
}

describe("stack traces of the program", () => {
  it("are taken of errors, and of no promise of the SDK", () => {
    const [ofPromise, ofError] = tracesOf({ PULUMI_DEBUG_PROMISE_LEAKS: "" });
    assert.doesNotMatch(ofPromise, /^ +at /m);
    assert.match(ofError, /^ +at /m);
  });

  it("are taken of promises, too, where leaks of them are looked for", () => {
    const [ofPromise] = tracesOf({ PULUMI_DEBUG_PROMISE_LEAKS: "true" });
    assert.match(ofPromise, /^ +at .*debuggablePromise /m);
  });
});
