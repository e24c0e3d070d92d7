import * as assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { PolicyEvent } from "@pulumi/pulumi/automation";
import { FileStore } from "../../simulator/file-store";
import type { WorldResource } from "../../simulator/world";
import type { EngineRun } from "../../sandbox/session/engine-run";
import { countResources, makeDrift } from "../../sandbox/tour/drift";
import { describeRun, describeTrouble, Narrator } from "../../sandbox/tour/narrator";

const run = (parts: Partial<EngineRun>): EngineRun => ({
  operation: "up",
  succeeded: true,
  changes: {},
  steps: [],
  violations: [],
  errors: [],
  durationMs: 1234,
  ...parts,
});

const violation = (enforcementLevel: PolicyEvent["enforcementLevel"], resource: string): PolicyEvent => ({
  resourceUrn: `urn:pulumi:dev::p::t::${resource}`,
  message: "is and must not be",
  color: "",
  policyName: "rule",
  policyPackName: "pack",
  policyPackVersion: "1",
  policyPackVersionTag: "1",
  enforcementLevel,
});

describe("what the sandbox tells", () => {
  it("counts what was done, in the words of its operation", () => {
    assert.equal(describeRun(run({ changes: { create: 2, same: 3 } })), "2 created, 3 unchanged (1.2 s)");
    assert.equal(describeRun(run({ operation: "preview", changes: { create: 2 } })), "2 to create (1.2 s)");
    assert.equal(describeRun(run({ changes: { same: 3 } })), "no changes, 3 unchanged (1.2 s)");
  });

  it("tells mandatory violations with their resource, a few of many, and counts the advisory ones", () => {
    const violations = [
      violation("warning", "soft"),
      ...["a", "b", "c", "d", "e", "f", "g"].map((name) => violation("mandatory", name)),
    ];
    assert.match(describeRun(run({ violations })), /1 policy advisory/);
    const told = describeTrouble(run({ violations, errors: ["update failed"] }));
    assert.equal(told[0], "rule: a: is and must not be");
    assert.deepEqual(told.slice(5), ["… and 2 more violations", "update failed"]);
  });

  it("has neither colours nor a spinner where there is no terminal", async () => {
    const out = new PassThrough();
    const narrator = new Narrator(out, {});
    await narrator.begin("up", "why");
    narrator.progress("busy");
    narrator.end(false, "it failed", ["because"]);
    assert.equal(String(out.read()), "\nup  why\n✗ it failed\n    because\n");
  });

  it("has colours on a terminal, unless NO_COLOR is set", () => {
    const told = (env: NodeJS.ProcessEnv): string => {
      const out = Object.assign(new PassThrough(), { isTTY: true });
      new Narrator(out, env).end(true, "done");
      return String(out.read());
    };
    assert.match(told({ TERM: "xterm" }), /\u001b\[32m✔/);
    assert.equal(told({ TERM: "xterm", NO_COLOR: "1" }), "✔ done\n");
  });
});

describe("drift that the sandbox makes", () => {
  let folder = "";
  let world = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "world-"));
    world = join(folder, "world.json");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (...resources: Partial<WorldResource>[]): void => {
    const common = { region: "eu-west-1", accountId: "111122223333", generation: 0 };
    new FileStore(world).update((all) => {
      all.resources.push(
        ...resources.map((one) => ({ ...common, type: "t", id: "i", urn: "u", attributes: {}, ...one })),
      );
    });
  };

  it("is one tag, on the VPC where there is one, and takes no other tag away", () => {
    const tags = { tags: { Name: "n" }, tagsAll: { Name: "n", Owner: "o" } };
    put(
      { id: "a", urn: "urn:a", attributes: tags },
      { type: "aws:ec2/vpc:Vpc", id: "v", urn: "urn:v", attributes: tags },
    );
    assert.equal(makeDrift(world)?.urn, "urn:v");
    const [other, vpc] = new FileStore(world).view(({ resources }) => resources);
    assert.deepEqual(other?.attributes, tags);
    assert.deepEqual(vpc?.attributes, {
      tags: { Name: "n", ChangedBy: "hand" },
      tagsAll: { Name: "n", Owner: "o", ChangedBy: "hand" },
    });
  });

  it("is none where nothing has tags, or only what AWS made by itself", () => {
    put({ attributes: { name: "n" } }, { urn: "", attributes: { tagsAll: {} } });
    assert.equal(makeDrift(world), undefined);
    assert.equal(countResources(world), 1);
  });
});

describe("an interruption", () => {
  const listen = async (onTerminal: boolean, signal: NodeJS.Signals): Promise<string> => {
    const module = join(__dirname, "..", "..", "sandbox", "tour", "interruption.ts");
    const script = `
      const { signal, wished } = require(${JSON.stringify(module)}).listenForInterruption(${String(onTerminal)});
      setInterval(() => { if (wished()) { console.log(signal.aborted); process.exit(); } }, 10);
      console.log("listening");`;
    const loader = ["--require", require.resolve("ts-node/register")];
    const child = spawn(process.execPath, [...loader, "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    await once(child.stdout, "data");
    child.kill(signal);
    await once(child, "close");
    return output;
  };

  it("is handed on to the CLI, but not by Ctrl-C on a terminal, which the CLI has heard itself", async () => {
    assert.equal(await listen(false, "SIGINT"), "listening\ntrue\n");
    assert.equal(await listen(true, "SIGINT"), "listening\nfalse\n");
    assert.equal(await listen(true, "SIGTERM"), "listening\ntrue\n");
  });
});
