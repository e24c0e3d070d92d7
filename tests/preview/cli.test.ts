import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** The command as `npm start` runs it. */
function command(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const interpreter = ["--require", "ts-node/register", "preview/cli.ts"];
  return spawnSync(process.execPath, [...interpreter, ...args], { cwd: ROOT, encoding: "utf8" });
}

describe("the command in a process of its own", function () {
  this.timeout(120_000);

  it("prints its version and ends by itself", () => {
    const { status, stdout, stderr } = command("--version");
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it("writes an error as JSON to standard output, without colours, and nothing to standard error", () => {
    const { status, stdout, stderr } = command("devv", "--json");
    assert.deepEqual({ status, stderr }, { status: 2, stderr: "" });
    assert.match(stdout, /"kind": "usage"/);
    assert.equal((JSON.parse(stdout) as { error: { exitCode: number } }).error.exitCode, 2);
  });
});
