import * as assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { harmlessEnvironment, requirePulumiCli, temporaryFolder } from "./pulumi-cli";

const ROOT = join(__dirname, "..", "..");
const PROGRAM = join(__dirname, "programs", "buckets");

/** Command lines of all processes that have to do with a folder. */
function processesOf(folder: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => {
      try {
        return readFileSync(join("/proc", pid, "cmdline"), "utf8").replaceAll("\0", " ");
      } catch {
        // It has ended since the folder was listed.
        return "";
      }
    })
    .filter((line) => line.includes(folder));
}

describe("a sandbox that is interrupted", function () {
  this.timeout(90_000);
  requirePulumiCli();
  const folder = temporaryFolder();
  const faults = join(folder, "faults.json");
  const args = (command: string): string[] => [
    ...["--require", "ts-node/register", "sandbox/cli.ts", "dev", command],
    ...["--project", PROGRAM, "--policy-pack", join(ROOT, "policy-pack"), "--folder", folder],
  ];
  const environment = (): NodeJS.ProcessEnv => ({ ...harmlessEnvironment(folder), CI: undefined });
  let running: ChildProcess;
  let output = "";

  before(async function () {
    writeFileSync(faults, JSON.stringify({ faults: [{ operation: "create", latencyMs: 4000 }] }));
    running = spawn(process.execPath, [...args("up"), "--faults", faults], { cwd: ROOT, env: environment() });
    running.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    running.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    while (!processesOf(folder).some((line) => line.includes("provider/main.ts"))) {
      assert.equal(running.exitCode, null, output);
      await sleep(50);
    }
    // The provider has been started; now it is being asked for the two buckets.
    await sleep(3000);
  });

  it("lets no second run use its folder meanwhile", () => {
    const second = spawnSync(process.execPath, args("preview"), {
      cwd: ROOT,
      env: environment(),
      encoding: "utf8",
    });
    assert.equal(second.status, 2);
    assert.match(second.stderr, new RegExp(`dev is in use by process ${running.pid ?? 0}`));
  });

  it("ends all that it has started, gives its folder back and exits with 130", async () => {
    running.kill("SIGINT");
    const [exitCode] = (await once(running, "exit")) as [number];
    assert.equal(exitCode, 130, output);
    assert.match(output, /Interrupted/);
    assert.deepEqual(processesOf(folder), []);
    assert.equal(existsSync(join(folder, "dev", "lock")), false);
  });

  it("can be used again at once", () => {
    const again = spawnSync(process.execPath, args("destroy"), {
      cwd: ROOT,
      env: environment(),
      encoding: "utf8",
    });
    assert.equal(again.status, 0, again.stdout + again.stderr);
  });
});
