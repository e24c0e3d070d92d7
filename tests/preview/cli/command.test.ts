import * as assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { runCommand } from "../../../preview/cli/command";
import { PreviewError } from "../../../preview/preview-error";
import { networkResult } from "../report/fixture";
import {
  type FakePreview,
  folderOf,
  foreignProject,
  type Outcome,
  passing,
  removeFolders,
  surroundings,
} from "./surroundings";

const OWN_FOLDER = folderOf({ "policy-pack/PulumiPolicy.yaml": "runtime: nodejs\n" });

async function run(
  project: string,
  args: readonly string[],
  preview: FakePreview = passes,
): Promise<Outcome> {
  const { around, outcome } = surroundings(project, ["--project", project, ...args], preview);
  return outcome(await runCommand({ ...around, ownFolder: OWN_FOLDER }));
}

const passes: FakePreview = ({ stack }) => passing(stack);

function throws(error: Error): FakePreview {
  return () => {
    throw error;
  };
}

interface Failed {
  readonly error: { kind: string; message: string; exitCode: number; details?: unknown[] };
}

function parsed(stdout: string): unknown {
  return JSON.parse(stdout);
}

describe("the command", () => {
  after(removeFolders);

  it("ends with 0 when no mandatory control is violated, and 1 when one is", async () => {
    const project = foreignProject("dev");
    assert.equal((await run(project, [])).exitCode, 0);
    assert.equal((await run(project, [], () => networkResult(1))).exitCode, 1);
  });

  it("ends with 2, 3 or 130 for what stopped the preview, and says why on standard error alone", async () => {
    const project = foreignProject("dev");
    const ends = async (kind: PreviewError["kind"]): Promise<number> => {
      const { exitCode, stdout, stderr } = await run(
        project,
        [],
        throws(new PreviewError(kind, "is; must", ["line 2"])),
      );
      assert.equal(stdout, "");
      assert.equal(stderr, "✗ is; must\n  line 2\n");
      return exitCode;
    };
    assert.deepEqual(
      [await ends("configuration"), await ends("program"), await ends("policy"), await ends("aborted")],
      [2, 3, 3, 130],
    );
  });

  it("previews dev unless told otherwise, with the pack of this project, and says where the report lies", async () => {
    const project = foreignProject("dev", "prod");
    const { asked, stdout } = await run(project, []);
    assert.deepEqual(
      asked.map(({ stack, projectDir, policyPacks }) => ({ stack, projectDir, policyPacks })),
      [{ stack: "dev", projectDir: project, policyPacks: [join(OWN_FOLDER, "policy-pack")] }],
    );
    const report = join(project, "reports", "platform-dev.html");
    assert.ok(stdout.includes(report));
    assert.match(readFileSync(report, "utf8"), /<title>dev: offline preview/);
  });

  it("takes several packs, their settings and a folder for the report, or none of them", async () => {
    const project = foreignProject("dev");
    writeFileSync(join(project, "settings.json"), "{}");
    const packs = [
      "--policy-pack",
      "pack",
      "--policy-pack",
      ".",
      "--policy-config",
      "settings.json",
      "--report",
      "out",
    ];
    const [given] = (await run(project, packs)).asked;
    assert.deepEqual(given?.policyPacks, [join(project, "pack"), project]);
    assert.equal(given.policyConfig, join(project, "settings.json"));
    assert.deepEqual(readdirSync(join(project, "out")), ["platform-dev.html"]);

    const bare = foreignProject("dev");
    const { asked, stdout } = await run(bare, ["--no-policy-pack", "--no-report"]);
    assert.deepEqual(asked[0]?.policyPacks, []);
    assert.equal(existsSync(join(bare, "reports")), false);
    assert.doesNotMatch(stdout, /Report/);
  });

  it("takes the settings that lie beside the project, unless it names another pack", async () => {
    const project = foreignProject("dev");
    writeFileSync(join(project, "policies.json"), "{}");
    assert.equal((await run(project, [])).asked[0]?.policyConfig, join(project, "policies.json"));
    assert.equal((await run(project, ["--policy-pack", "pack"])).asked[0]?.policyConfig, undefined);
  });

  it("refuses an unknown stack before anything starts, with the nearest and all there are", async () => {
    const { exitCode, asked, stderr } = await run(foreignProject("dev", "prod"), ["prodd"]);
    assert.equal(exitCode, 2);
    assert.deepEqual(asked, []);
    assert.match(stderr, /there is no stack "prodd"; did you mean prod\?\n {2}the stacks are dev, prod/);
  });

  it("refuses folders and files that do not exist, naming them", async () => {
    const project = foreignProject("dev");
    for (const args of [
      ["--policy-pack", "nowhere"],
      ["--policy-config", "nowhere"],
      ["--project", "nowhere"],
    ]) {
      const { exitCode, stderr } = await run(project, args);
      assert.equal(exitCode, 2);
      assert.ok(stderr.includes(join(project, "nowhere")), stderr);
    }
    assert.match((await run(folderOf({}), [])).stderr, /there is no Pulumi project in/);
  });

  it("prints the result as one JSON document and nothing else, and no report unless asked", async () => {
    const project = foreignProject("dev");
    const { stdout, stderr, exitCode } = await run(project, ["--json"], () => networkResult(1));
    assert.deepEqual(parsed(stdout), networkResult(1));
    assert.equal(stderr, "");
    assert.equal(exitCode, 1);
    assert.equal(existsSync(join(project, "reports")), false);
    await run(project, ["--json", "--report", "reports"]);
    assert.equal(existsSync(join(project, "reports", "platform-dev.html")), true);
  });

  it("prints one JSON document for an error too, wrong arguments included", async () => {
    const project = foreignProject("dev");
    const errorOf = async (args: readonly string[], preview?: FakePreview): Promise<Failed["error"]> => {
      const { stdout, stderr, exitCode } = await run(project, ["--json", ...args], preview);
      const { error } = parsed(stdout) as Failed;
      assert.equal(stderr, "");
      assert.equal(error.exitCode, exitCode);
      return error;
    };
    assert.equal((await errorOf(["--jsn"])).kind, "usage");
    assert.equal((await errorOf(["nope"])).kind, "usage");
    const stopped = await errorOf([], throws(new PreviewError("program", "it threw", ["at index.ts:1"])));
    assert.deepEqual(stopped, {
      kind: "program",
      message: "it threw",
      exitCode: 3,
      details: ["at index.ts:1"],
    });
    assert.equal((await errorOf([], throws(new TypeError("a mistake of ours")))).kind, "internal");
  });

  it("previews every stack with --all, goes on after a failure, and ends with the worst exit code", async () => {
    const preview: FakePreview = ({ stack }) => {
      if (stack === "dr") throw new PreviewError("program", "it threw");
      return stack === "prod" ? { ...networkResult(1), stack } : passing(stack);
    };
    const project = foreignProject("dev", "dr", "prod");
    const { exitCode, stdout, asked } = await run(project, ["--all"], preview);
    assert.equal(exitCode, 3);
    assert.deepEqual(
      asked.map(({ stack }) => stack),
      ["dev", "dr", "prod"],
    );
    const table = stdout.slice(stdout.indexOf("All stacks"));
    assert.match(table, /dev .* 0\n {2}dr .* 3\n {2}prod .* 1\n\n {2}dr: it threw/);
    const json = parsed((await run(project, ["--all", "--json"], preview)).stdout) as { stacks: object[] };
    assert.deepEqual(
      json.stacks.map((stack) => ["stack" in stack && stack.stack, "error" in stack]),
      [
        ["dev", false],
        ["dr", true],
        ["prod", false],
      ],
    );
  });

  it("stops at once with --all when it is interrupted", async () => {
    const { exitCode, asked } = await run(
      foreignProject("dev", "prod"),
      ["--all"],
      throws(new PreviewError("aborted", "interrupted")),
    );
    assert.equal(exitCode, 130);
    assert.equal(asked.length, 1);
  });

  it("refuses a stack together with --all", async () => {
    assert.equal((await run(foreignProject("dev"), ["dev", "--all"])).exitCode, 2);
  });

  it("shows the result although the report cannot be written, names the folder, and ends with 2", async () => {
    const project = foreignProject("dev");
    writeFileSync(join(project, "occupied"), "a file where the folder should be");
    const { exitCode, stdout, stderr } = await run(project, ["--report", "occupied"]);
    assert.equal(exitCode, 2);
    assert.match(stdout, /No mandatory control is violated/);
    assert.ok(stderr.includes(`the report cannot be written to the folder ${join(project, "occupied")}`));
  });

  it("prints help, version, the configuration reference and its schema without previewing", async () => {
    const project = foreignProject("dev");
    const printed = async (...args: string[]): Promise<string> => {
      const { exitCode, stdout, asked } = await run(project, args);
      assert.deepEqual([exitCode, asked], [0, []]);
      return stdout;
    };
    assert.match(await printed("--help"), /Exit codes:[^]*Examples:/);
    assert.equal(await printed("--version"), "1.2.3\n");
    assert.match(await printed("--explain-config"), /aws:region/);
    assert.match(JSON.stringify(parsed(await printed("--json-schema", "workload"))), /platform:network/);
  });
});
