import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import type { Log } from "sarif";

import { urnOf, verdict } from "./specimens";

const COMMAND = resolve(__dirname, "../../../policy-pack/bin/report/cli.js");

/** A line as the pack writes it. */
const line = (given: Parameters<typeof verdict>[0] = {}): string => `${JSON.stringify(verdict(given))}\n`;

describe("policy-report", () => {
  let folder = "";

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "policy-report-"));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const report = (...args: readonly string[]): { code: number | null; out: string; error: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
      cwd: folder,
      encoding: "utf8",
    });
    return { code: status, out: stdout, error: stderr };
  };

  const sarif = (name: string): Log => JSON.parse(readFileSync(join(folder, name), "utf8")) as Log;

  it("turns what a run left behind into reports, with the controls' own words, by stack", () => {
    const dev = line({ urn: urnOf("logs", undefined, "dev") });
    writeFileSync(join(folder, "a.jsonl"), line() + line());
    writeFileSync(join(folder, "b.jsonl"), dev);
    const files = ["--sarif", "p.sarif", "--junit", "p.xml", "--markdown", "p.md"];
    assert.deepEqual(report("a.jsonl", "b.jsonl", ...files), {
      ...{ code: 0, error: "" },
      out: "p.sarif\np.xml\np.md\n",
    });
    const { runs } = sarif("p.sarif");
    assert.deepEqual(
      runs.map(({ automationDetails, results }) => [automationDetails?.id, results?.length]),
      [
        ["well-architected/shop/prod/", 1],
        ["well-architected/shop/dev/", 1],
      ],
    );
    const rules = runs[0]?.tool.driver.rules ?? [];
    assert.ok(rules.length > 350, `${rules.length}`);
    assert.match(readFileSync(join(folder, "p.md"), "utf8"), /Every bucket logs who reads and writes it/);
  });

  it("compares with the file of an earlier run", () => {
    writeFileSync(join(folder, "a.jsonl"), line());
    writeFileSync(join(folder, "b.jsonl"), line({ urn: urnOf("other") }));
    report("a.jsonl", "--sarif", "before.sarif");
    report("b.jsonl", "--sarif", "now.sarif", "--baseline", "before.sarif");
    const states = sarif("now.sarif").runs[0]?.results?.map(({ baselineState }) => baselineState);
    assert.deepEqual(states, ["new", "absent"]);
  });

  it("writes the exemptions that were used in the engine's own form, with the settings", () => {
    const exemption = { reason: "written once", owner: "platform", expires: "2027-03-31" };
    writeFileSync(join(folder, "a.jsonl"), line({ exemption }));
    writeFileSync(join(folder, "settings.json"), `{ "all": "mandatory" }`);
    assert.equal(report("a.jsonl", "--exceptions", "e.json", "--config", "settings.json").out, "e.json\n");
    const written = JSON.parse(readFileSync(join(folder, "e.json"), "utf8")) as Record<string, object>;
    assert.deepEqual(written.policies, { all: "mandatory" });
    assert.deepEqual(Object.keys(written.exceptions ?? {}), ["S3-16-1"]);
  });

  it("says what is wrong with its arguments and files", () => {
    writeFileSync(join(folder, "x.jsonl"), "{}\n");
    const refused = (...args: readonly string[]): string => {
      const { code, error } = report(...args);
      assert.equal(code, 2, error);
      return error;
    };
    assert.match(refused(), /^policy-report: no file with verdicts is given/);
    assert.match(refused("missing.jsonl"), /missing\.jsonl cannot be read/);
    assert.match(
      refused("x.jsonl"),
      /x\.jsonl is no ledger; the file that POLICY_VERDICTS named is required/,
    );
    assert.match(refused("a.jsonl", "--exceptions", "e", "--config", "a"), /a cannot be read/);
    assert.match(refused("--sarf", "x"), /Unknown option '--sarf'/);
    assert.match(refused("x.jsonl", "--baseline", "x.jsonl"), /the baseline x\.jsonl cannot be used/);
    assert.match(report("--help").out, /^Usage: policy-report/);
  });
});
