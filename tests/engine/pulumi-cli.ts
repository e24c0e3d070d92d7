import * as assert from "node:assert/strict";
import { homedir, tmpdir } from "node:os";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { deniedNames, type Environment } from "../../sandbox/environment";
import { findPulumiCli } from "../../sandbox/pulumi-cli";
import { Sandbox, type SandboxOptions } from "../../sandbox/session/sandbox";

/** Folder of the project itself. */
export const PROJECT = join(__dirname, "..", "..");

/** The project's own policy pack and its settings. */
export const OWN_POLICIES = {
  policyPacks: [join(PROJECT, "policy-pack")],
  policyConfigs: [join(PROJECT, "policies.json")],
};

const found = find();

if (found instanceof Error && process.env.CI !== "true") {
  console.warn(`\n!!! ENGINE TESTS ARE SKIPPED. ${found.message}\n`);
}

function find(): string | Error {
  try {
    return findPulumiCli(process.env, homedir()).path;
  } catch (error) {
    return error as Error;
  }
}

/** For the top of every suite that needs the CLI: without one it is skipped, and in CI it fails. */
export function requirePulumiCli(): void {
  before(function () {
    if (!(found instanceof Error)) return;
    if (process.env.CI === "true") throw found;
    this.skip();
  });
}

/** The environment of this process without anything that would make a sandbox refuse to start, and with the CLI. */
export function harmlessEnvironment(home: string): Environment {
  const denied = new Set(deniedNames(process.env));
  const harmless = Object.entries(process.env).filter(([name]) => !denied.has(name));
  return { ...Object.fromEntries(harmless), HOME: home, PULUMI_CLI: String(found) };
}

/** A new folder that is thrown away when the suite ends. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sandbox-")));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Opens a sandbox for a suite in a folder of its own; a suite closes it in the end. */
export function openSandbox(
  folder: string,
  options: Pick<SandboxOptions, "projectDir" | "stack"> & Partial<SandboxOptions>,
): Promise<Sandbox> {
  return Sandbox.open({
    root: join(folder, ".sandbox", options.stack),
    policyPacks: [],
    policyConfigs: [],
    env: harmlessEnvironment(folder),
    ...options,
  });
}

/** Opens a sandbox before a suite's tests, closes it after them, and gives it to each; neither happens where a suite is skipped. */
export function sandboxOfSuite(open: () => Promise<Sandbox>): () => Sandbox {
  let sandbox: Sandbox | undefined;
  before(async () => {
    sandbox = await open();
  });
  after(() => {
    sandbox?.close();
  });
  return () => {
    assert.ok(sandbox, "the sandbox of the suite is not open yet");
    return sandbox;
  };
}
