import * as assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

import { previewStack } from "../../preview";
import type { Sandbox } from "../../sandbox/session/sandbox";
import { comparable, type SeenVerdict, verdictsIn } from "./engine-view";
import { openSandbox, OWN_POLICIES, requirePulumiCli, sandboxOfSuite, temporaryFolder } from "./pulumi-cli";

const PROGRAM = join(__dirname, "programs", "network");
const [PACK = ""] = OWN_POLICIES.policyPacks;

/** What a command of the CLI came to. */
interface Ended {
  readonly code: number;
  readonly output: string;
  readonly verdicts: readonly SeenVerdict[];
}

/** Runs the CLI as a user types it in the sandbox's shell, with nothing but what is typed. */
async function pulumi(sandbox: Sandbox, verdicts: string, ...typed: readonly string[]): Promise<Ended> {
  const shell = sandbox.shellEnvironment();
  const ambient = ["PULUMI_OPTION_POLICY_PACK", "PULUMI_OPTION_POLICY_PACK_CONFIG"];
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...shell, POLICY_VERDICTS: verdicts }).filter(
      ([name]) => !ambient.includes(name),
    ),
  );
  const cli = join(sandbox.folder.bin, "pulumi");
  const run = promisify(execFile);
  const ended = await run(cli, [...typed, "--non-interactive", "--color", "never"], {
    ...{ cwd: sandbox.folder.project, env, maxBuffer: 64 * 1024 * 1024 },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (reason: unknown) => {
      // What Node hands back of a command that ends with another code than 0.
      const { code, stdout, stderr } = reason as { code: number; stdout: string; stderr: string };
      return { code, output: stdout + stderr };
    },
  );
  return { ...ended, verdicts: existsSync(verdicts) ? verdictsIn(verdicts) : [] };
}

describe("the policy pack under commands that a user types", function () {
  this.timeout(300_000);
  requirePulumiCli();
  const home = temporaryFolder();
  const config = join(home, "policies.json");
  const sandbox = sandboxOfSuite(() => openSandbox(home, { projectDir: PROGRAM, stack: "dev" }));
  let offline: readonly SeenVerdict[];

  before(async () => {
    writeFileSync(config, JSON.stringify({ "log-group-retention": "mandatory", "pack-settings": {} }));
    const policyPacks = OWN_POLICIES.policyPacks;
    const preview = await previewStack({
      projectDir: PROGRAM,
      stack: "dev",
      policyPacks,
      policyConfig: config,
    });
    offline = comparable(preview.verdicts);
    assert.ok(offline.length > 20);
    assert.ok(offline.some(({ verdict, enforcement }) => verdict === "fail" && enforcement === "mandatory"));
  });

  it("gives under `pulumi preview --policy-pack` the verdicts of an offline preview", async () => {
    const verdicts = join(home, "preview.jsonl");
    const packs = ["--policy-pack", PACK, "--policy-pack-config", config];
    const bare = await pulumi(sandbox(), verdicts, "preview", ...packs);
    assert.deepEqual(bare.verdicts, offline);
    assert.notEqual(bare.code, 0, "a mandatory violation stops it");
  });

  it("gives under `pulumi policy analyze` of a state the same verdicts", async () => {
    const up = await sandbox().up();
    assert.deepEqual(up.errors, []);
    const state = join(home, "state.json");
    const exported = await pulumi(sandbox(), join(home, "none.jsonl"), "stack", "export", "--file", state);
    assert.equal(exported.code, 0, exported.output);
    const packs = ["--policy-pack", PACK, "--policy-pack-config", config];
    const verdicts = join(home, "analyze.jsonl");
    const analyzed = await pulumi(sandbox(), verdicts, "policy", "analyze", "--file", state, ...packs);
    assert.deepEqual(analyzed.verdicts, offline);
    assert.match(analyzed.output, /one or more mandatory policy violations were found/);
    assert.notEqual(analyzed.code, 0);
  });
});
