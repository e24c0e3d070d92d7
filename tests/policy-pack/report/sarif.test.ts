import * as assert from "node:assert/strict";
import { createRequire } from "node:module";

import * as schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import * as metaSchema from "ajv/lib/refs/json-schema-draft-04.json";
import * as fc from "fast-check";
import type { Log, Result } from "sarif";

import { readBaseline } from "../../../policy-pack/report/baseline";
import type { StackReport } from "../../../policy-pack/report";
import { renderSarif } from "../../../policy-pack/report/sarif";
import { ONE_OF_EACH, report, urnOf, verdict } from "./specimens";

// The package exports its class in a way that only `require` takes.
const Ajv = createRequire(__filename)("ajv") as typeof import("ajv");

const validate = new Ajv({ schemaId: "auto", allErrors: true }).addMetaSchema(metaSchema).compile(schema);

/** The SARIF of reports, which fits the schema. */
function sarif(reports: readonly StackReport[], before?: string): Log {
  const log = JSON.parse(
    renderSarif(reports, before === undefined ? undefined : readBaseline(before)),
  ) as Log;
  assert.ok(validate(log), JSON.stringify(validate.errors));
  return log;
}

const resultsOf = (log: Log): readonly Result[] => log.runs.flatMap(({ results = [] }) => results);

const resultOf = (log: Log, control: string): Partial<Result> =>
  resultsOf(log).find(({ ruleId }) => ruleId === control) ?? {};

describe("the SARIF report", () => {
  it("fits the schema of SARIF 2.1.0, which refuses what is wrong", () => {
    const log = sarif([report(ONE_OF_EACH), report([], { stack: "dev", failure: "the program threw" })]);
    assert.equal(log.runs.length, 2);
    assert.equal(validate({ ...log, version: "2.0.0" }), false);
    const [run] = log.runs;
    assert.equal(validate({ ...log, runs: [{ ...run, results: [{ ruleId: "S3-01" }] }] }), false);
  });

  it("fits the schema whatever texts it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const given = verdict({ message: text, path: text, urn: urnOf(text) });
        sarif([
          report([given], { placeOf: () => ({ file: `a b/ü/${encodeURIComponent(text)}.ts`, line: 1 }) }),
        ]);
      }),
    );
  });

  it("says what stops, what is told, what is open and what is suppressed", () => {
    const log = sarif([report(ONE_OF_EACH)]);
    assert.equal(resultsOf(log).length, 4);
    assert.equal(resultOf(log, "S3-01").level, "error");
    assert.equal(resultOf(log, "S3-16").level, "warning");
    assert.deepEqual([resultOf(log, "S3-12").kind, resultOf(log, "S3-12").level], ["open", "none"]);
    assert.match(resultOf(log, "S3-12").message?.text ?? "", /^kmsKeyId: .*waits for .*Key::logs/);
    assert.deepEqual(resultOf(log, "S3-20").suppressions, [
      {
        kind: "external",
        status: "accepted",
        justification: "written once (platform, OPS-7, until 2027-03-31)",
      },
    ]);
  });

  it("tells a low failure as a note", () => {
    assert.equal(resultOf(sarif([report([verdict({ severity: "low" })])]), "S3-16").level, "note");
  });

  it("names the resource and the place where it is made, and how to mend it", () => {
    const { locations = [], message } = resultOf(sarif([report([verdict()])]), "S3-16");
    assert.deepEqual(locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: "infra/buckets.ts" },
          region: { startLine: 12, startColumn: 5 },
        },
        logicalLocations: [{ name: "logs", fullyQualifiedName: urnOf("logs"), kind: "resource" }],
      },
    ]);
    assert.equal(message?.text, "the bucket has no server access logging. Fix: Add an aws.s3.BucketLogging.");
  });

  it("describes every rule, and those of which only a verdict tells", () => {
    const [run] = sarif([report(ONE_OF_EACH)]).runs;
    const rules = run?.tool.driver.rules ?? [];
    assert.equal(rules[0]?.properties?.["security-severity"], "5.5");
    for (const { ruleId, ruleIndex = -1 } of run?.results ?? []) assert.equal(rules[ruleIndex]?.id, ruleId);
  });

  it("gives each stack a category of its own, and says which could not be judged", () => {
    const { runs } = sarif([report([]), report([], { stack: "dev", failure: "the program threw" })]);
    assert.deepEqual(
      runs.map(({ automationDetails, invocations }) => [
        automationDetails?.id,
        invocations?.[0]?.executionSuccessful,
      ]),
      [
        ["well-architected/shop/prod/", true],
        ["well-architected/shop/dev/", false],
      ],
    );
  });

  it("says beside a baseline what is new, unchanged and gone", () => {
    const before = renderSarif([report([verdict(), verdict({ urn: urnOf("old") })])]);
    const now = sarif([report([verdict(), verdict({ urn: urnOf("fresh") })])], before);
    const states = resultsOf(now).map(({ baselineState, locations = [] }) => [
      locations[0]?.logicalLocations?.[0]?.name,
      baselineState,
    ]);
    assert.deepEqual(Object.fromEntries(states), { logs: "unchanged", fresh: "new", old: "absent" });
  });

  it("takes what was gone before for gone, and does not tell it again", () => {
    const first = renderSarif([report([verdict()])]);
    const second = renderSarif([report([])], readBaseline(first));
    assert.deepEqual(resultsOf(sarif([report([])], second)), []);
  });

  it("leaves out of the comparison the stacks that were not judged", () => {
    const before = renderSarif([
      report([verdict({ urn: urnOf("logs", undefined, "dev") })], { stack: "dev" }),
    ]);
    assert.deepEqual(resultsOf(sarif([report([])], before)), []);
    const broken = report([], { stack: "dev", failure: "the program threw" });
    assert.deepEqual(resultsOf(sarif([broken], before)), []);
  });

  it("knows a resource again under its new name", () => {
    const before = renderSarif([report([verdict({ urn: urnOf("old") })])]);
    const renamed = report([verdict({ urn: urnOf("fresh") })], {
      formerUrns: new Map([[urnOf("fresh"), [urnOf("old")]]]),
    });
    assert.deepEqual(
      resultsOf(sarif([renamed], before)).map(({ baselineState }) => baselineState),
      ["unchanged"],
    );
  });

  it("refuses a baseline that is none, and says what is required", () => {
    assert.throws(() => readBaseline("{"), /it is no JSON; a SARIF file of an earlier run is required/);
    assert.throws(() => readBaseline(`{ "runs": [] }`), /no SARIF 2.1.0/);
    const foreign = { version: "2.1.0", runs: [{ results: [{ message: { text: "x" } }] }] };
    assert.throws(() => readBaseline(JSON.stringify(foreign)), /a file that --sarif wrote is required/);
  });
});
