import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CommandError, type EngineEvent, type StepEventMetadata } from "@pulumi/pulumi/automation";
import { changedNothing, EngineRecorder } from "../../sandbox/session/engine-run";
import { installCli, installProviders } from "../../sandbox/session/executables";
import { sandboxFolder, type SandboxFolder } from "../../sandbox/session/folder";
import { providersOf } from "../../sandbox/session/provider-versions";
import { releaseLocksOfTheDead } from "../../sandbox/session/state-locks";

const PROJECT = join(__dirname, "..", "..");

describe("a sandbox's folder", () => {
  let root = "";
  let folder: SandboxFolder;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "sandbox with a space-")));
    folder = sandboxFolder(join(root, "dev"));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const executable = (name: string): string => {
    mkdirSync(join(root, "installed"), { recursive: true });
    writeFileSync(join(root, "installed", name), "#!/bin/sh\n", { mode: 0o755 });
    return join(root, "installed", name);
  };

  it("gives a CLI without a language host one beside it, which cannot be told from an installed one", () => {
    installCli(folder, { path: executable("pulumi"), hasLanguageHost: false });
    assert.deepEqual(readdirSync(folder.bin).sort(), ["pulumi", "pulumi-language-nodejs"]);
    assert.equal(realpathSync(join(folder.bin, "pulumi")), join(folder.bin, "pulumi"));
  });

  it("leaves a CLI to the language host of its own installation", () => {
    const cli = executable("pulumi");
    installCli(folder, { path: cli, hasLanguageHost: true });
    assert.deepEqual(readdirSync(folder.bin), ["pulumi"]);
    assert.equal(realpathSync(join(folder.bin, "pulumi")), cli);
  });

  it("holds a language host that starts from any folder, under paths with spaces", () => {
    installCli(folder, { path: executable("pulumi"), hasLanguageHost: false });
    const host = join(folder.bin, "pulumi-language-nodejs");
    const { stdout, status, stderr } = spawnSync(host, ["127.0.0.1:1"], {
      cwd: "/",
      input: "",
      encoding: "utf8",
    });
    assert.match(stdout, /^\d+\n$/, stderr);
    assert.equal(status, 0);
  });

  it("holds a simulated provider for each version that the program's packages ask for, and no older ones", () => {
    const old = { name: "aws", version: "1.0.0" };
    installProviders(folder, { projectDir: PROJECT, providers: [old], faults: undefined });
    const providers = providersOf(PROJECT);
    installProviders(folder, { projectDir: PROJECT, providers, faults: undefined });
    const expected = providers.map(({ name, version }) => `resource-${name}-v${version}`);
    assert.deepEqual(readdirSync(join(folder.home, "plugins")).sort(), expected.sort());
    assert.deepEqual(
      providers.map(({ name }) => name),
      ["aws", "awsx"],
    );
  });

  it("holds providers that print their port first and end with the engine", () => {
    const [aws] = providersOf(PROJECT);
    assert.ok(aws !== undefined);
    installProviders(folder, { projectDir: PROJECT, providers: [aws], faults: undefined });
    const plugin = join(folder.home, "plugins", `resource-aws-v${aws.version}`, "pulumi-resource-aws");
    const { stdout, status, stderr } = spawnSync(plugin, ["127.0.0.1:1"], {
      cwd: "/",
      input: "",
      encoding: "utf8",
    });
    assert.match(stdout, /^\d+\n$/, stderr);
    assert.equal(status, 0);
  });

  it("is freed of locks whose processes were killed, and keeps those of processes that run", () => {
    const lock = (name: string, pid: number): string => {
      const file = join(folder.state, ".pulumi", "locks", "organization", "project", "dev", name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ pid }));
      return file;
    };
    const dead = lock("dead.json", spawnSync(process.execPath, ["-e", ""]).pid);
    const alive = lock("alive.json", process.pid);
    mkdirSync(`${folder.world}.lock`);
    releaseLocksOfTheDead(folder);
    assert.deepEqual(
      [existsSync(dead), existsSync(alive), existsSync(`${folder.world}.lock`)],
      [false, true, false],
    );
  });
});

describe("the record of an engine's run", () => {
  const event = (content: Partial<EngineEvent>): EngineEvent => ({ sequence: 0, timestamp: 0, ...content });
  const metadata = (op: string, name: string): StepEventMetadata =>
    // The two members that the record reads, of the many that the engine tells.
    ({ op, urn: `urn:pulumi:dev::p::t::${name}`, type: "t" }) as StepEventMetadata;

  it("holds each step once, with what failed marked, and errors and violations without colour marks", () => {
    const recorder = new EngineRecorder("up", () => undefined);
    recorder.record(event({ resourcePreEvent: { metadata: metadata("create", "a") } }));
    recorder.record(event({ resOutputsEvent: { metadata: metadata("create", "a") } }));
    recorder.record(event({ resourcePreEvent: { metadata: metadata("create", "b") } }));
    recorder.record(event({ resOpFailedEvent: { metadata: metadata("create", "b"), status: 0, steps: 1 } }));
    recorder.record(
      event({ diagnosticEvent: { message: "<{%fg 1%}>no<{%reset%}>\n", color: "raw", severity: "error" } }),
    );
    const run = recorder.finish(false);
    assert.deepEqual(
      run.steps.map(({ urn, failed }) => [urn.slice(-1), failed]),
      [
        ["a", false],
        ["b", true],
      ],
    );
    assert.deepEqual(run.errors, ["no"]);
  });

  it("throws on what is no failure of the CLI", () => {
    const recorder = new EngineRecorder("up", () => undefined);
    assert.throws(() => recorder.fail(new TypeError("a mistake of ours")), /a mistake of ours/);
  });

  it("repeats what the CLI wrote only when the engine gave no reason", () => {
    const failure = Object.assign(Object.create(CommandError.prototype) as CommandError, {
      message: "stderr: why",
    });
    assert.deepEqual(new EngineRecorder("up", () => undefined).fail(failure).errors, ["stderr: why"]);
    const recorder = new EngineRecorder("up", () => undefined);
    recorder.record(event({ diagnosticEvent: { message: "the reason", color: "", severity: "error" } }));
    assert.deepEqual(recorder.fail(failure).errors, ["the reason"]);
  });

  it("changed nothing when all steps are the same or only read", () => {
    const run = (changes: object): boolean => {
      const recorder = new EngineRecorder("preview", () => undefined);
      const summary = { maybeCorrupt: false, durationSeconds: 1, policyPacks: {}, resourceChanges: changes };
      recorder.record(event({ summaryEvent: summary }));
      return changedNothing(recorder.finish(true));
    };
    assert.equal(run({ same: 3, read: 1 }), true);
    assert.equal(run({ same: 3, update: 1 }), false);
  });
});
