import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { findingsOf } from "../../../policy-pack/report/findings";
import type { ReportedVerdict } from "../../../policy-pack/report";
import { ONE_OF_EACH, report, urnOf, verdict } from "./specimens";

const fingerprints = (...verdicts: readonly ReportedVerdict[]): readonly string[] =>
  findingsOf(report(verdicts)).map(({ fingerprint }) => fingerprint);

const arbitrary: fc.Arbitrary<ReportedVerdict> = fc
  .record({
    control: fc.constantFrom("S3-01", "IAM-08"),
    name: fc.constantFrom("a", "b"),
    path: fc.constantFrom("", "policy.Statement[0]", "policy.Statement[1]", `tags["a"]`),
    verdict: fc.constantFrom("fail" as const, "undetermined" as const),
  })
  .map(({ name, ...rest }) => verdict({ ...rest, urn: urnOf(name) }));

describe("findings of a report", () => {
  it("are what is not well, each with what it comes to", () => {
    const found = findingsOf(report(ONE_OF_EACH)).map(({ verdict: { control }, standing }) => [
      control,
      standing,
    ]);
    assert.deepEqual(Object.fromEntries(found), {
      "S3-01": "mandatory",
      "S3-16": "advisory",
      "S3-12": "undetermined",
      "S3-20": "exempt",
    });
  });

  it("stop a deployment where an open question is set to", () => {
    const open = verdict({ verdict: "undetermined", enforcement: "mandatory" });
    assert.equal(findingsOf(report([open]))[0]?.standing, "mandatory");
  });

  it("have fingerprints of their own, the same in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 12 }), (verdicts) => {
        const all = fingerprints(...verdicts);
        assert.equal(new Set(all).size, verdicts.length);
        assert.deepEqual(fingerprints(...verdicts.toReversed()).toSorted(), all.toSorted());
      }),
    );
  });

  it("keep their fingerprints when a message changes, or something is put before them in a list", () => {
    const before = verdict({ path: "policy.Statement[3]", message: "7200; required: at most 3600." });
    const after = verdict({ path: "policy.Statement[4]", message: "7201; required: at most 3600." });
    assert.deepEqual(fingerprints(after), fingerprints(before));
  });

  it("have other fingerprints for another resource, holder of the property, property, key, finding or word", () => {
    const one = fingerprints(verdict({ path: `tags["a"]` }));
    const others = [
      verdict({ path: `tags["a"]`, urn: urnOf("other") }),
      verdict({ path: `tags["a"]`, holder: urnOf("other") }),
      verdict({ path: "tags" }),
      verdict({ path: `tags["b"]` }),
      verdict({ path: `tags["a"]`, finding: "port 22" }),
      verdict({ path: `tags["a"]`, verdict: "undetermined" }),
    ].flatMap((each) => fingerprints(each));
    assert.equal(new Set([...one, ...others]).size, 7);
  });
});
