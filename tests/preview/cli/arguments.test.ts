import * as assert from "node:assert/strict";

import { type Invocation, parseArguments } from "../../../preview/cli/arguments";
import { CommandFailure } from "../../../preview/cli/failure";

function parse(...args: string[]): Invocation {
  return parseArguments(args, "1.2.3");
}

describe("the arguments", () => {
  it("ask for a preview of dev with a report where nothing is said", () => {
    assert.deepEqual(parse(), {
      kind: "preview",
      stack: "dev",
      all: false,
      json: false,
      project: undefined,
      policyPacks: undefined,
      policyConfig: undefined,
      report: "reports",
      files: { sarif: undefined, junit: undefined, markdown: undefined },
      baseline: undefined,
    });
  });

  it("name a file for each format, and the one to compare with", () => {
    const files = ["--sarif", "a", "--junit", "b", "--markdown", "c", "--baseline", "d"];
    const invocation = parse(...files);
    assert.ok(invocation.kind === "preview");
    assert.deepEqual(
      [invocation.files, invocation.baseline],
      [{ sarif: "a", junit: "b", markdown: "c" }, "d"],
    );
  });

  it("ask for no report with --json, unless its folder is named", () => {
    const report = (...args: string[]): unknown => {
      const invocation = parse(...args);
      return invocation.kind === "preview" && invocation.report;
    };
    assert.equal(report("--json"), undefined);
    assert.equal(report("--json", "--report", "out"), "out");
    assert.equal(report("--no-report"), undefined);
  });

  it("are refused with the nearest option, a missing value, an unknown program, or one stack too many", () => {
    const complaint = (...args: string[]): string => {
      try {
        parse(...args);
      } catch (error) {
        assert.ok(error instanceof CommandFailure);
        assert.equal(error.exitCode, 2);
        return [error.message, ...error.details].join("\n");
      }
      return "accepted";
    };
    assert.match(complaint("--polcy-pack"), /unknown option '--polcy-pack'[^]*--policy-pack/);
    assert.match(complaint("--project"), /argument missing/);
    assert.match(complaint("--json-schema", "work"), /account, workload/);
    assert.match(complaint("dev", "prod"), /too many arguments/);
  });
});
