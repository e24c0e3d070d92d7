import * as assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Log } from "sarif";

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

let ownFolder = "";
const ALL_FORMATS = ["--sarif", "out/p.sarif", "--junit", "out/p.xml", "--markdown", "out/p.md"];

async function run(project: string, args: readonly string[], preview: FakePreview): Promise<Outcome> {
  const { around, outcome } = surroundings(project, ["--project", project, "--no-report", ...args], preview);
  return outcome(await runCommand({ ...around, ownFolder }));
}

function sarifOf(file: string): Log {
  return JSON.parse(readFileSync(file, "utf8")) as Log;
}

const broken: FakePreview = ({ stack }) => {
  if (stack === "prod") throw new PreviewError("program", "the program threw", ["line 3"]);
  return passing(stack);
};

describe("the reports for other programs", () => {
  before(() => {
    ownFolder = folderOf({ "policy-pack/PulumiPolicy.yaml": "runtime: nodejs\n" });
  });

  after(removeFolders);

  it("are written where the options say, relative to where the command is called, and their paths are told", async () => {
    const project = foreignProject("dev");
    const { exitCode, stdout } = await run(project, ALL_FORMATS, () => networkResult(1));
    assert.equal(exitCode, 1);
    for (const name of ["p.sarif", "p.xml", "p.md"]) {
      const file = join(project, "out", name);
      assert.ok(existsSync(file), name);
      assert.ok(stdout.includes(file), name);
    }
    assert.equal(sarifOf(join(project, "out/p.sarif")).runs[0]?.results?.length, 4);
  });

  it("hold every stack of a run, those that failed included", async () => {
    const project = foreignProject("dev", "prod");
    const { exitCode } = await run(project, ["--all", ...ALL_FORMATS], broken);
    assert.equal(exitCode, 3);
    const { runs } = sarifOf(join(project, "out/p.sarif"));
    assert.deepEqual(
      runs.map(({ automationDetails, invocations }) => [
        automationDetails?.id,
        invocations?.[0]?.executionSuccessful,
      ]),
      [
        ["well-architected-policies/platform/dev/", true],
        ["offline-preview//prod/", false],
      ],
    );
    assert.match(readFileSync(join(project, "out/p.xml"), "utf8"), /errors="1"/);
  });

  it("are written for the only stack, too, when it fails", async () => {
    const project = foreignProject("prod");
    const { exitCode } = await run(project, ["prod", ...ALL_FORMATS], broken);
    assert.equal(exitCode, 3);
    assert.match(readFileSync(join(project, "out/p.md"), "utf8"), /could not be judged: the program threw/);
  });

  it("leave standard output to the JSON document", async () => {
    const project = foreignProject("dev");
    const { stdout } = await run(project, ["--json", ...ALL_FORMATS], () => networkResult(1));
    assert.equal((JSON.parse(stdout) as { stack: string }).stack, "dev");
    assert.ok(existsSync(join(project, "out/p.sarif")));
  });

  it("say beside a baseline what is new, and may replace its file", async () => {
    const project = foreignProject("dev");
    await run(project, ["--sarif", "p.sarif"], () => passing("dev"));
    await run(project, ["--sarif", "p.sarif", "--baseline", "p.sarif"], () => networkResult(1));
    const states = sarifOf(join(project, "p.sarif")).runs[0]?.results?.map(
      ({ baselineState }) => baselineState,
    );
    assert.deepEqual(states, ["new", "new", "new", "new"]);
  });

  it("refuse a baseline that cannot be used before anything is previewed", async () => {
    const project = foreignProject("dev");
    writeFileSync(join(project, "p.sarif"), "{}");
    for (const [file, reason] of [
      [
        "p.sarif",
        /p\.sarif cannot be used: it is no SARIF 2\.1\.0; a SARIF file of an earlier run is required/,
      ],
      ["missing.sarif", /missing\.sarif cannot be used: ENOENT/],
    ] as const) {
      const { exitCode, stderr, asked } = await run(project, ["--baseline", file], () => passing("dev"));
      assert.deepEqual([exitCode, asked], [2, []]);
      assert.match(stderr, reason);
    }
  });

  it("do not hide the result when they cannot be written", async () => {
    const project = foreignProject("dev");
    const { exitCode, stdout, stderr } = await run(project, ["--sarif", "Pulumi.yaml/p.sarif"], () =>
      passing("dev"),
    );
    assert.equal(exitCode, 2);
    assert.match(stdout, /No mandatory control is violated/);
    assert.match(stderr, /a report cannot be written: .*\n {2}a file that can be written is required/);
  });
});
